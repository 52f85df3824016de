// The words that name secrets, in the languages that desks write: lower case, without accents (`foldLetters`).

const words = (...lines: readonly string[]) => lines.join(" ").split(" ");
const set = (...lines: readonly string[]): ReadonlySet<string> => new Set(words(...lines));

/** Long enough to be found within a compound, wherever it stands there. */
export const LONG_SECRET_WORDS = words(
  "password passwort passwoert passwoord passord passwd passwrd pword kennwort kennwoert",
  "passphrase passcode passkey wachtwoord wachtzin losenord adgangskode kodeord",
  "contrasena contrasenya motdepasse palavrapasse zugangsdaten zugangskennung anmeldedaten logindaten",
  "inloggegevens aanmeldgegevens loginoplysning adgangsoplysning inloggningsuppgift",
  "geheimzahl geheimnummer credential credencia credenzial sicherheitsfrage beveiligingsvraag",
);

/** Name a secret by themselves. */
export const SECRET_WORDS = set(
  LONG_SECRET_WORDS.join(" "),
  "pw pws pwd pwds pswd psw psswd psswrd pass passwords passwds parola senha senhas haslo hasla mdp",
  "pin pins puk tan otp totp hotp mfa 2fa psk cvv cvc cvv2 creds cred credentials",
  "bearer token tokens secret secrets geheim geheimnis geheimnisse geheime geheimer geheimes segreto segreta secreto",
  "secreta segredo secrete confidentiel hemmelig hemlig tajne tajny sekret poswiadczenia identifiants credenziali credenciales",
  "credenciais keyfile keystore pfx losen codeword codewort losungswort mnemonic digicode wachtwoorden",
);

/** Heads of compounds whatever stands before them. */
export const AFTER_ANY_WORD = words(
  "passwd pswd pwd token schlussel schluessel sleutel code codes kode koden kombination geheimnis",
);

/** Heads of compounds behind a word of access alone: a turnkey is no key, a hairpin no PIN. */
export const AFTER_ACCESS_WORDS = words(
  "key keys pin pins pw pass login logon kod nyckel nogle secret combo psk muster wort satz",
);

/** Words that no rule may take apart. */
export const WHOLE_WORDS = set(
  "2fa wifi wlan bitlocker wpa2 wpa3 passport passeport pasaporte passaporto passaporte keyword keywords secretary",
  "cvv2 iphone ipad barcode postcode zipcode digicode lockbox keypad keybox schlusselwort sha256",
);

/** Codes, combinations and phrases are secret behind (or, in Romance languages, before) one of these. */
export const ACCESS_WORDS = set(
  "door gate alarm alarms safe access entry entrance security lock lockbox padlock keypad keybox key unlock unlocking",
  "disarm arm vault recovery backup verification auth authentication authenticator authorization authorisation",
  "activation totp login logon voicemail garage elevator lift master installer duress panic wifi wlan hotspot",
  "teamviewer anydesk remote sso epp transfer host moderator admin administrator sim device iphone ipad",
  "laptop tablet router firewall server vpn portal nas cabinet rack intruder burglar seed unlocked",
  "tur tuer tor eingang eingangs zugang zugangs zutritt zutritts alarmanlage alarmanlagen tresor safeschrank",
  "sicherheit sicherheits haustur haustuer schliess schloss freischalt entsperr wiederherstellung",
  "wiederherstellungs geraete gerate garagen schranken entsperrung bildschirm netzwerk",
  "acces porte portail portillon alarme coffre entree securite deverrouillage verrou cadenas coffrefort serrure",
  "acceso puerta alarma caja fuerte seguridad porton entrada desbloqueo cerradura candado",
  "accesso porta allarme cassaforte cancello sicurezza sblocco ingresso antifurto lucchetto serratura",
  "acesso alarme cofre portao seguranca desbloqueio fechadura cadeado porta",
  "toegang toegangs deur kluis poort beveiliging beveiligings ontgrendel ontgrendeling inbraak slot",
  "adgang adgangs dor dors laas las dorr larm kassaskap pengeskab port",
  "garagentor tiefgarage voordeur achterdeur schliessfach sperr sperre bildschirmsperre aktivierung aktivierungs",
  "vorhangeschloss vorhaengeschloss zahlenschloss schlusseltresor schlusselsafe hausturen wohnungstur kellertur",
  "eingangstur hintertur api locker mailbox letterbox buzzer callbox hours parking immeuble cles garaje portone garagem schliessanlage",
  "unscharf scharf herstel recuperation recuperacion recupero recuperacao secours respaldo boite gotomypc logmein splashtop",
  "removal uninstall maintenance tamper copier one seed factor drzwi alarmu sejf sejfu dostepu bramy domofon domofonu klodki",
);

/** A key behind one of these opens something. */
export const KEY_OPENERS = set(
  "api private ssh encryption encrypt decryption decrypt wifi wlan wpa wpa2 wpa3 wep psk shared network security",
  "recovery bitlocker filevault license licence product activation access registration signing master host admin",
  "root secret vpn ipsec tunnel radius snmp subscription storage unlock backup crypto aes rsa pgp gpg tls ssl",
  "certificate s3 aws azure client app server router firewall unattended agent install installer site probe tenant",
  "integration webhook sso saml token auth authentication authorization service session hmac stripe windows",
  "lizenz produkt netzwerk sicherheits wiederherstellungs zugangs zugriffs verschlusselungs privater geheimer",
  "installations aktivierungs netwerk licentie beveiligings toegangs netvaerks licens natverks herstel",
  "licence reseau acces securite chiffrement licencia acceso cifrado seguridad wpa licenza accesso cifratura rete",
  "privee privata privada recuperation recuperacion recupero recuperacao licenca acesso rede seguranca szyfrowania licencyjny sieci router routeur",
);

/** English keys that open nothing. */
export const HARMLESS_KEYS = set(
  "primary foreign sort natural unique composite row record partition surrogate answer lookup join cost allocation",
  "external object search hot arrow function piano map issue ticket project jira epic low turn shortcut import sync match",
  "matching merge dedupe index car office house room building front spare desk locker door cabinet translation",
  "message string parent company contact customer account cache config configuration group field",
);

/**
 * Ends of phrases that turn the name of a secret into something that happened to it, a rule on it or a fact about it:
 * “Password reset done”, “Passwortablauf”. Beginnings of words, for their inflections.
 */
export const ASPECT_STEMS = words(
  "reset chang expir polic requir enabl disabl complex rotat updated protect history attempt failed issue",
  "problem request verif confirm provided sent received stored needed sync writeback",
  "audit strength compromis leak breach training remind forgot generated created creation enforc enrol regist",
  "delivered handed returned missing failure used status method rules",
  "zuruckgesetzt zurueckgesetzt zurucksetz zuruecksetz rucksetz ruecksetz anderung aenderung andern aendern geandert geaendert wechsel",
  "gewechselt ablauf abgelaufen lauft laeuft gultig gueltig richtlini pflicht laenge erforderlich benotigt benoetigt",
  "vorhanden hinterlegt bekannt gesetzt verschickt versendet ubergeben uebergeben geschutzt",
  "geschuetzt vergessen erneuer anzahl haltung vergabe historie erledigt mitgeteilt",
  "reinitial modif politiq oubli requis oblig defini envoy communiq statut longueur gestion duree",
  "renouvel restablec cambi caduc vencim vencid olvid requer enviad longitud renov",
  "reimpost scadut scaden dimentic richiest impostat inviat lunghezza rinnov ripristin",
  "redefin alterad alterac mudan mudad trocad esquec definid gerenciad",
  "herstel gewijzigd wijzig verander verloop verlopen beleid vergeten vereist verplicht ingesteld",
  "verstuurd verzonden aantal lengte geldig vernieuw",
  "nulstil andring andrad andrat endring endret aendret udlob utgang utgatt glemt glomt paakrav pakraev indstil antal langde bytt skift",
  "zmian zmien wygas waznos zapomn wymagan liczb polityk zresetow",
);

/** Whole words with the same effect; too short or too common for stems. */
export const ASPECT_WORDS = set(
  "set age day days done valid validity ring count counts length less expiry date dates datum fecha dato type typ tipo",
  "manager managers management vault known location rule score update updates active aktiv actif activo",
  "activa attivo attiva ativo ativa actief estado stato license ticket tickets link lange alter ever since frist lost",
  "verwaltung enabled inactive inaktiv",
);

/** Before the name of a secret, these make it an event: “Reset password”, “Scadenza password”. */
export const EVENTS_BEFORE = words(
  "reset reinitial reimpost ripristin restablec cambi chang redefin alterac politic politiq expir scaden caduc vencim valid",
  "forgot lost anzahl nombre aantal antal liczba gestion gestor oubli mudanca troca wijzig zmian renouvel rinnov",
  "renov andring skift",
);

/** First words of captions that ask or tell yes or no. */
export const ASKS_YES_OR_NO = set(
  "has have is are needs need requires require uses use with without no does did can must hat ist braucht benotigt",
  "benoetigt ohne mit kein keine avec sans tiene requiere usa con sin ha richiede senza tem requer sem heeft vereist",
  "zonder met har kraever kraver uten uden utan ma bez wymaga",
);

/** After one of these, what is named is what the secret is for: “Password for reset portal”. */
export const PREPOSITIONS = set(
  "the a an for of to from at on in by with per fur fuer von zu zum zur im am an auf der des die das und and or",
  "de du des d la le les l a au aux sur pour et el los las del para y en al do da dos das e o di della dello dei delle",
  "il lo per ed van voor op het het het til av pa i og och for det den z dla do oraz w ll",
);

export const HARMLESS_AFTER: Readonly<Record<string, ReadonlySet<string>>> = {
  token: set("ring economy budget bucket count"),
  pin: set("configuration board pad out count layout wheel header connector diagram compatible note ned"),
  secret: set("santa service shopper garden"),
  pass: set("through rate fail mark over by percentage grade back"),
  tan: set("colour color leather"),
  tokens: set("used budget count"),
};

export const HARMLESS_BEFORE: Readonly<Record<string, ReadonlySet<string>>> = {
  pass: set(
    "boarding parking bus day visitor ski season first second third test hall rail qa data train annual travel event by",
  ),
  pin: set("drawing push hair location map bowling rolling drop firing cotter"),
  pins: set("of bowling map drop"),
  token: set("queue gift bus"),
  tokens: set("gift queue of model prompt completion"),
};
