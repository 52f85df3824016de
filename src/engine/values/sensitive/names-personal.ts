// Whether a caption names protected personal data: numbers of states, banks and insurers, health, birth, belief.
import type { CaptionWord } from "./split-caption.ts";

/** On the folded words of a caption, one blank between them; prefixes stand for their inflections and compounds. */
const CONCEPTS: readonly RegExp[] = [
  // Numbers that a state gives a person, and what bears them.
  /\b(?:national|citizen|personal) (?:id|identity|identification|insurance)\b|\bidentity (?:card|number|no|document)\b|\bid card\b|\bgovernment id\b/,
  /\b(?:ssn|nino|bsn|cpr|pesel|dni|nie|cpf|curp|aadhaar|ahv|personnummer|personnr|fodselsnummer|cedula|sozialversicherung\w*|svnr|burgerservice\w*|rijksregister\w*|identiteitskaart|id kaart|personalausweis\w*|ausweis\w*|legitimation\w*)\b/,
  /\bsocial (?:security|insurance)\b|\bni (?:number|no)\b|\bsv (?:nummer|nr)\b|\bsecurite sociale\b|\bseguridad social\b|\bseguranca social\b|\bcarte identite\b|\bcarta identita\b|\bdocumento (?:de )?identidad\b|\bcodice fiscale\b|\bdowod (?:osobisty|u osobistego)\b|\bcartao cidadao\b|\bcitizen (?:card|service)\b/,
  /\b(?:passport\w*|passeport\w*|pasaporte|passaporto|passaporte|paspoort\w*|paszport\w*|reisepass\w*|passnummer|pass nr|pasnummer)\b/,
  /\bdriv\w* (?:license|licence|licen\w*|permit)\b|\b(?:fuhrerschein\w*|fuehrerschein\w*|rijbewijs\w*|korekort\w*|korkort\w*|cnh)\b|\bpermis (?:de )?conduire\b|\b(?:carnet|licencia|permiso) (?:de )?conducir\b|\bpatente (?:di )?guida\b|\bcarta (?:de )?conducao\b|\bprawo jazdy\b/,
  // Tax and insurance.
  /\b(?:dl|sin|rg) (?:number|no)\b|^(?:rg|cf|permis|patente|niss)$|\b(?:rentenversicher\w*|contribuinte|niss)\b|\bnumer dowodu\b/,
  /\btax(?:payer)? (?:id|number|no|nr|file|identification)\b|\b(?:tfn|itin|tin|ein|nif|nipc|cnpj|steuernummer|steuernr|steuerid\w*|steueridentifikation\w*|skattenummer|nip)\b|\bsteuer (?:nummer|nr|id|identifik\w*)\b|\bst nr\b|\b(?:u )?st id\b|\bnumero fiscal\w*\b|\bfiscaal nummer\b|\bvat (?:id|number|no|nr|reg\w*)\b|\bust (?:id|idnr)\b|\bustid\w*\b|\bumsatzsteuer (?:id\w*|nummer)\b|\bpartita iva\b|\bbtw (?:nummer|nr)\b|\bbtwnummer\b|\b(?:numero tva|tva intracom\w*)\b/,
  /\binsurance (?:number|no|nr|id|policy|member|card)\b|\b(?:health|medical|life|dental) insurance\b|\b(?:versicherungsnummer|versicherungsnr|versichertennummer|krankenkasse\w*|krankenversicher\w*|verzekeringsnummer|zorgverzeker\w*|polisnummer|mutuelle)\b|\bnumero (?:assurance|assure|seguro|assicurazione|polizza)\b|\bpolic(?:y|e) (?:number|no)\b|\bmedicare\b|\bmedicaid\b|\bnhs (?:number|no)\b|\btarjeta sanitaria\b|\btessera sanitaria\b|\bcarte vitale\b/,
  // Banks and cards.
  /\b(?:iban|bankverbindung|kontonummer|kontoinhaber|bankkonto|bankdaten|bankleitzahl|blz|bankrekening\w*|rekeningnummer|bankgegevens|kontonr|kontooplysninger|sepa|clabe)\b|\bbank (?:account|acct|details|data|info\w*|number|routing|daten|konto|verbindung|gegevens)\b|\b(?:sort code|routing number|aba (?:number|routing)|bic swift|swift bic)\b|\b(?:compte bancaire|coordonnees bancaires|releve identite bancaire|rib|cuenta bancaria|numero cuenta|datos bancarios|conto corrente|coordinate bancarie|conto bancario|conta bancaria|dados bancarios|numero conta|numer konta|rachunek bankowy|numer rachunku|konto bankowe)\b/,
  /\b(?:credit|debit|bank|payment|charge) card\b|\bcard (?:number|no|nr|holder|expiry|expiration)\b|\b(?:cc|pan) (?:number|no|exp\w*)\b|\b(?:kreditkarte\w*|kreditkort\w*|creditcard\w*|betaalkaart\w*|kartennummer|kortnummer|kartennr|ec karte)\b|\b(?:carte (?:bancaire|bleue|credit|paiement)|numero carte|tarjeta (?:credito|debito|bancaria)|numero tarjeta|carta credito|numero carta|cartao (?:credito|debito)|numero cartao|karta (?:kredytowa|platnicza)|numer karty)\b/,
  /\b(?:salary|salaries|wage|wages|gehalt|gehaltsstufe|lohn|lohngruppe|salaire|salario|salaris|sueldo|stipendio|loon|lon|wynagrodzenie|pensja|net worth)\b/,
  // Health.
  /\b(?:blood (?:group|type)|blutgruppe\w*|groupe sanguin|(?:grupo|tipo) sanguineo|gruppo sanguigno|bloedgroep|blodtype|blodgrupp|grupa krwi)\b/,
  /\b(?:medical|medication\w*|medicine|disabilit\w*|disabled person|pregnan\w*|schwanger\w*|vaccin\w*|impf\w*|all?erg\w*|krankheit\w*|krankschreib\w*|krankmeld\w*|krankenstand|gesundheit\w*|behindert\w*|behinderung\w*|schwerbehind\w*|medikament\w*|maladie\w*|handicap\w*|sante|enfermedad\w*|discapacidad|embaraz\w*|salud|malattia\w*|disabilita|gravidanza|saude|doenca\w*|deficiencia|gravidez|gezondheid\w*|ziekte\w*|zwanger\w*|helbred\w*|sundhed\w*|sygdom\w*|gravid\w*|halsotillstand|sjukdom\w*|zdrowi\w*|choroba|niepelnospraw\w*|ciaza|covid status|sick (?:leave|note|days)|arret maladie|baja medica|hiv|diabet\w*)\b/,
  /\bhealth (?:condition|data|record|records|information|issue|issues|history|problem|problems|number|card|id)\b|\b(?:patient|patienten) (?:id|name|number|no|nr|nummer|record|data|file)\b|\bpatientennummer\b|\bmental health\b|\bstate of health\b/,
  // Birth, belief, origin, family.
  /\b(?:birth\w*|dob|geburts\w*|geburt|geboren|geb datum|naissance|anniversaire|nacimiento|cumpleanos|nascita|compleanno|nascimento|aniversario|geboorte\w*|verjaardag\w*|fodsels\w*|fodelse\w*|urodz\w*)\b|\bfecha nac\b|\bdata ur\b|\bborn\b|\bne le\b/,
  /\b(?:relig\w*|konfession\w*|glaubens\w*|kirchensteuer\w*|ethnic\w*|ethnie|etnia|etnisch\w*|nationality|nationalities|staatsangehorigkeit|staatsangehoerigkeit|staatsburgerschaft|nationalite|nacionalidad|nazionalita|cittadinanza|nacionalidade|nationaliteit|nationalitet|narodowosc|obywatelstwo|citizenship|wyznanie|geloof\w*|skin colou?r)\b|^race$|\brace ethnic|\bethnic\w* race\b/,
  /\b(?:gender|sex|sexual\w*|geschlecht\w*|sexe|sexo|sesso|genre|genero|genere|geslacht\w*|kon|kjonn|plec|pronouns?)\b/,
  /\b(?:marital|marriage|married|familienstand|ehepartner\w*|verheiratet|etat civil|situation familiale|estado civil|stato civile|burgerlijke staat|civilstand\w*|stan cywilny|spouse\w*|wife|husband|conjoint\w*|conyuge|coniuge|conjuge|echtgenoot\w*|children\w*|kinderzahl|kinder|enfants|hijos|hobbies|hobby)\b/,
  /\b(?:political|politische\w*|party membership|trade union|union member\w*|gewerkschaft\w*|syndicat|sindicato|sindacato|vakbond\w*|criminal (?:record|history)|background check|fuhrungszeugnis|casier judiciaire|antecedentes penales|casellario|antecedentes criminais|strafblad|straffeattest|biometri\w*|maiden name|geburtsname|nom jeune fille|home address|privatadresse|privatanschrift|privatadres|adresse personnelle)\b/,
];

/** Of these the words above say nothing: practices are customers, tickets have children. */
const HARMLESS =
  /\b(?:(?:sim|netzwerk|grafik|network|sound|speicher) ?kartennummer|medical (?:device|practice|center|centre|billing)|child(?:ren)? (?:ticket|tickets|company|record)|genre (?:demande|ticket)|genere (?:richiesta|ticket)|medical software|allergy software|married to|birthday card|disabled user)\b/;

export function namesPersonal(split: readonly CaptionWord[]): boolean {
  const said = split
    .map(({ word }) => word)
    .filter((word) => !/^(?:of|the|s|de|d|du|des|del|di|da|do|la|l|le|der|van|av|for|y|e|and)$/.test(word))
    .join(" ");
  return !HARMLESS.test(said) && CONCEPTS.some((concept) => concept.test(said));
}
