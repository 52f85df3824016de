// Captions, columns and questions of seven languages and three more, as desks write them: what each of them names.
const lines = (text: string) =>
  text
    .split("\n")
    .flatMap((line) => line.split("|"))
    .map((caption) => caption.trim())
    .filter((caption) => caption !== "");

export const SECRETS = lines(`
  Portal_PW | PW | Wifi PW | AdminPwd | Remote_Package_Login | Door_Code | Password | Passwords | admin password
  RouterPassword | routerPassword | ROUTER_PASSWORD | Router-Password | Password2 | PW1 | pw_2 | P/W | P.W. | U/N & P/W
  Pwd | PSWD | Router PSWD | Passwd | Pass | Admin Pass | WiFiPass | wifipw | rootpwd | P@ssword | Passw0rd | Pasword | Passowrd
  Pass word | Pass-phrase | PassPhrase | Passcode | iPhone passcode | PIN | PIN code | PINs | SIM PIN | Voicemail PIN | PUK
  2FA | 2FA backup codes | TOTP | TOTP seed | OTPSecret | MFA secret | API key | apikey | API_KEY | ApiKey | APIkey | x-api-key
  Private Key | SSH key | Encryption key | BitLocker Key | BitLocker recovery | Wifi key | WPA2 Key | PSK | Pre-shared key
  License key | Product Key | Meraki key | Recovery key | Security key (backup) | Access Token | AccessToken | token | Bearer token
  client_secret | Shared Secret | Secret | Credentials | Admin creds | Login | VPN Login | Portal login details | Access details
  Door code | Gate Code | Alarm code | Alarm Code (front) | Safe code | SafeCombination | Safe combination | Lock combination
  Lockbox code | Key safe code | Garage code | Access code | Security code | Unlock code | Unlock phrase | Unlock pattern
  Entry code 2 | Backup codes | Recovery phrase | Seed phrase | Code word | Safe word | Security question | Security answer
  Secret question | Mother's maiden name | SNMP Community | Community string | Connection string | CVV | Card CVC | Enable secret
  What is the admin password? | Password for router | Password changed to | New password | Old password | Temp. Password
  Password (do not change) | Password hint | Manager password | Change management password | PIN of voicemail | Key for VPN
  Routerpasswort | WLAN-Schlüssel | WLAN Kennwort | Kennwort | Admin-Kennwort | Passwort Firewall | Türcode | Tuercode | Alarmcode
  Zugangsdaten | Zugangscode | Geheimzahl | Tresorcode | Code Alarmanlage | Sicherheitsfrage | API-Schlüssel | Lizenzschlüssel
  Wiederherstellungsschlüssel | Passwort geändert auf | Logindaten | Anmeldedaten | Entsperrcode | Netzwerkschlüssel | Kennwort für Postfach
  Mot de passe | Mot de passe Wi-Fi | motdepasse | MDP | Code d'accès | Code alarme | Code de la porte | Clé WiFi | Clé API | Clé d'activation
  Identifiants VPN | Code coffre-fort | Phrase secrète | Question secrète | Code PIN | Digicode | Données de connexion
  Contraseña | Contraseña del router | contrasena_wifi | Clave | Clave wifi | Clave de acceso | Código de alarma | Código de la puerta
  Credenciales | Datos de acceso | Combinación caja fuerte | Pregunta de seguridad | Código PIN | Frase secreta
  Parola d'ordine rete | Parola chiave VPN | Password di rete | Codice cassaforte | Codice allarme | Codice PIN | Chiave API | Credenziali
  Dati di accesso | Chiave di licenza | Domanda di sicurezza | Combinazione cassaforte
  Senha do roteador | Senha | Palavra-passe | Código do alarme | Código do cofre | Chave de API | Credenciais | Dados de acesso | Chave de acesso
  Wachtwoord | Wifi-wachtwoord | Beheerderswachtwoord | Toegangscode | Pincode | Alarmcode pand | Kluiscode | Deurcode | Inloggegevens
  Netwerksleutel | Beveiligingsvraag | API-sleutel
  Adgangskode NAS | Kodeord | Dørkode | Hasło VPN | Hasło | Kod alarmu | Kod do drzwi | Klucz API | Lösenord | Portkod | Larmkod | Inloggningsuppgifter
`);

export const PERSONAL = lines(`
  National ID | National Insurance No | NI number | Social Security Number | SSN | Passport no. | Identity card | Driving licence
  Driver's License | Tax ID | Tax_ID | Insurance number | Health insurance no. | IBAN of customer | IBAN | Bank account | Bank details | Sort code
  Credit card | Card number | Blood group | Date_Birth | Date of Birth | DOB | Birthday | Religion | Ethnicity | Nationality | Gender
  Marital status | Spouse_Name | Children_Info | Disability | Allergies | Medical condition | Sexual orientation | Trade union
  Personalausweisnummer | Reisepassnummer | Führerschein | Sozialversicherungsnummer | SV-Nummer | Steuernummer | Steuer-ID | Kontonummer
  Bankverbindung | Kreditkartennummer | Geburtsdatum | Konfession | Krankenkasse | Blutgruppe | Schwerbehinderung | Staatsangehörigkeit
  Numéro de sécurité sociale | Carte d'identité | Permis de conduire | Date de naissance | Groupe sanguin | Coordonnées bancaires | Carte bancaire
  DNI | NIF | Número de la Seguridad Social | Carnet de conducir | Fecha de nacimiento | Cuenta bancaria | Tarjeta de crédito | Religión
  Codice fiscale | Patente di guida | Data di nascita | Conto corrente | Carta di credito | Gruppo sanguigno
  CPF | Data de nascimento | Conta bancária | Carta de condução | Cartão de crédito | Grupo sanguíneo
  BSN | Rijbewijs | Geboortedatum | Rekeningnummer | Bloedgroep | Zorgverzekering
  CPR-nummer | Fødselsdato | Personnummer | PESEL | Data urodzenia | Prawo jazdy
`);

export const HARMLESS = lines(`
  Password reset done | Password reset | Reset password | Password policy | Password expiry date | Password last changed | Password never expires
  Password manager | Has password | PIN required | Requires PIN | MFA enabled | 2FA (y/n) | 2FA enrolled | TOTP enabled | Number of PINs
  Passwordless sign-on enabled | Token ring | Token expiry | API key rotated | License key count | Key account manager | Key Account | Keyboard layout
  Key contact | Key user | Keyword | Keywords | Primary key | Issue key | Foreign Key | Turnkey project | Key performance indicator | Monkey business
  Postcode | Zip code | Zip/Postal Code | ZipCode | Area code | Product code | Cost code | Error code | Status code | Country code | QR code | Barcode
  Dress code | Source code reviewed | Billing code | Reason code | Department code | Job Code | Building code compliance
  Pin board | Pinboard | Pinned | 8-pin connector | Drawing pin | Safe mode | Safety officer | Author | Authority | Authorised by | Authorized contact
  Passenger | Compass | Compass heading | Bypass | Passive | Passage | Pass through | Boarding pass | Parking pass | Pass rate | Passed QA
  Secretary | Secret Santa | Login name | Last login | Last Login Date | LastLoginName | Login ID | Login issue | Failed logins | Username
  Security group | Security level | Security contact | Alarm company | Alarm type | Alarm tested | Door width | Gate number | Lock brand | Access level
  Access point | Access granted | Accessibility | Remote access | Entry date | Time entry | Combination product | Colour combination
  Code review | Opcode | Unicode support | Community | Community manager | Seed funding | Hash tag | Certificate expiry
  Account unlocked | Unlocked | Question | Security patch level | Tanning | Spinning disk | Opinion | Shopping list | Pinterest | Token Economy
  Vendor Ticket Number | Contract tier | Monthly spend | Affected users | Root cause | Best time to call | VIP | Warranty end
  Driver version | Driver | License count | Licence expiry | Insurance company | Cyber insurance carrier | Health score | Disk health | Tax rate | Taxable
  Bank holiday cover | Power bank | Network card | SIM card | Business card | Rate card | Race condition | Diagnosis | Age | Work anniversary
  National office | Policy | Policy name | Account number | Customer number | Union Square office | Position | Language | Region
  Postleitzahl | Schlüsselkunde | Schlüsselwort | Branchenschlüssel | Schraubenschlüssel | Verteilerschlüssel | Schlüsselübergabe | Passwort zurückgesetzt
  Passwort geändert am | Passwortrichtlinie | Kennwort läuft ab | Geheimhaltungsvereinbarung | Fehlercode | Kostenstelle | Tastatur | Anmeldename
  Pinnwand | Passend | Passant | Verpasster Anruf | Benutzername | Zugangspunkt | Kennung | Kundenkennung | Türbreite
  Code postal | Code produit | Mot-clé | Compte clé | Chiffres clés | Clé USB | Clé primaire | Mot de passe réinitialisé | Politique de mot de passe
  Passager | Parole | Identifiant | Nom d'utilisateur | Réinitialisation du mot de passe | Porte d'entrée | Date de connexion
  Código postal | Palabra clave | Cliente clave | Usuario clave | Contraseña restablecida | Política de contraseñas | Código de barras | Pasajero | Código de producto
  Codice postale | Codice cliente | Parole chiave | Cliente chiave | Password reimpostata | Scadenza password | Codice prodotto | Chiave inglese
  Senha redefinida | Palavra-chave | Código de barras do produto | Cliente-chave | Alteração de senha | Código do cliente
  Wachtwoord gewijzigd op | Wachtwoordbeleid | Trefwoord | Sleutelklant | Productcode | Passagier | Postcode klant | Toetsenbord
  Adgangskode nulstillet | Postnummer | Produktkode | Kod pocztowy | Kod produktu | Lösenord ändrat | Postkod | Hasło zmienione
`);
