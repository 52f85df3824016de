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
  Admin_Password__c | localAdminPwd | Wireless PSK | WPA key | Wi-Fi pass phrase | guest_wifi_pw | SSID_PW | DVR login | NVR password | Camera PW
  iLO password | ILO pw | idrac_pass | ESXi root pw | vCenter credentials | NAS admin/pw | QNAP Login | Synology PW | SonicWall PW
  Fortigate admin password | WatchGuard status passphrase | Meraki PSK | Unifi controller login | UniFi pw | ISP account password | ISP PIN
  Domain registrar password | DNS host login | GoDaddy creds | O365 global admin pw | M365 GA password | Azure AD Connect password | break glass password
  Break-glass account pw | Backup encryption pw | Veeam key | Datto PIN | Axcient passphrase | Carbonite Key | Mozy key | LogMeIn access code
  Remote desktop password | RDP pw | RDP Passwort | Bitwarden master password | LastPass master pw | KeePass key file | KeePass Passwort
  1Password secret key | Keeper vault pw | VoIP extension PIN | VM PIN | Voicemail PW | SIP secret | SIP password | Extension password
  Phone system admin code | PBX password | Fax PIN | Copier PIN | Printer PIN | User Pin | Debit PIN | ATM pin | Garage door code | Front door combo
  Side gate combo | Server rack combination | Padlock combination | Lock code | Locker code | Mailbox code | Parking gate code | Elevator access code
  After-hours code | After hours access code | Alarm password | Alarm passcode | Alarm verbal password | Monitoring station password
  Central station passcode | Security company password | ADT PIN | Safe combo | Key box code | Lockbox combo | Realtor lockbox code | Gate remote code
  Keypad PIN | Entrance code | Entry PIN | Buzzer code | Intercom door code | Callbox code | Mac FileVault key | BitLocker Recovery Key
  BitLocker recovery ID & key | Recovery Key 1 | TPM PIN | Firmware password | UEFI pw | HDD password | SED password | SSD key | Certificate password
  PFX password | P12 pass | SSL private key | CSR private key | SSH passphrase | SSH private key | PGP passphrase | API secret | API token | API-Token
  api key 2 | OAuth token | OAuth client secret | Refresh token | Bearer | Access key ID secret | AWS secret | Azure client secret | SMTP password
  SMTP Pw | smtp_pass | IMAP password | POP3 password | FTP login | FTP pw | SFTP key | DB password | SQL PW | sa password | Oracle sys password
  Wordpress admin password | WP login | cPanel login | Plesk pw | Hosting pw | Web host password | Website Login | CRM login | ERP password | SAP PW
  DATEV PIN | DATEV Passwort | ELSTER PIN | ELSTER-Zertifikat Passwort | Banking PIN | HBCI PIN | Online-Banking Zugangsdaten | FritzBox Kennwort
  Fritz!Box PW | Telefonanlage PIN | Anlagenkennwort | Servicekennwort | Kundenkennwort | Telefonkennwort | Kundenkennwort Telekom | Persönliche PIN
  Vertrags-PIN | SIM-PIN | Super PIN | PUK-Nr | Geräte-PIN | Tresorkombination | Zahlenkombination | Schließanlage Code | Tür-PIN | Zutrittscode Halle 3
  Alarmanlage scharf/unscharf Code | Unscharfcode | Codewort Notruf | Passwort-Hinweis | Passwort (alt) | Kennwort 2 | PW neu | neues Passwort
  Initialpasswort | Startkennwort | Einmalpasswort | Standardpasswort | WLAN Gast PW | WLAN-Code | WLAN Key | Gäste-WLAN Passwort | Netzwerkkennwort
  E-Mail-Passwort | Mailpasswort | Mail PW | Kennwort E-Mail | Windows-Kennwort | Login Router | Router Login | Logins | Zugang Router (User/PW) | Mdp wifi
  MDP admin | mot de passe box | Code wifi | Clé wifi invité | Clé réseau | Code d'entrée | Code du portail | Code immeuble | Code d'immeuble
  Code parking | Code boîte à clés | Code coffre | Combinaison du coffre | Code d'alarme bureau | Mot de code alarme | Code PUK | Code de sécurité
  Code de récupération | Codes de secours | Codes 2FA | Clé privée SSH | Clé de récupération BitLocker | Accès VPN (mdp) | Contraseña Wi-Fi
  Contraseña correo | contraseñas equipos | clave del wifi | Clave del portal | Clave admin | Claves de acceso | Código alarma | Código portal
  Código garaje | Código de la caja fuerte | Código de recuperación | Códigos de respaldo | PIN alarma | Clave SOL | Clave privada | Password wifi
  Password router | Password amministrazione | Pwd posta | Codice wifi | Codice antifurto sede | Codice portone | Codice garage | Codice di recupero
  PIN SIM | Parola di accesso | Parola segreta | Credenziali VPN | Chiave wifi ospiti | Chiave BitLocker | Senha da rede | Senha email
  Senha Wi-Fi visitantes | Código da porta | Código da garagem | Código de recuperação | PIN do alarme | Credenciais VPN | Chave PIX | Chave da API
  Chave de segurança | Wachtwoord router | Wachtwoord wifi gasten | WiFi-wachtwoord | Beheer wachtwoord | Admin wachtwoord | Code voordeur | Code poort
  Code kluis kantoor | Alarmcode magazijn | Pincode alarm | Herstelcode | Herstelcodes | Wachtzin | Inloggegevens portal | API sleutel | Wifi sleutel
  Beveiligingscode
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
  National insurance | Emergency medical info | Medicare number | NHS number | Health card number | Insurance policy number | Policy number
  Member insurance ID | Credit card number | CC number | Card expiry | Debit card | Account holder IBAN | BIC/IBAN | Routing number | Sort Code | Bank acct
  Bank acct no | Bank account no. | Salary | Wage | Birth date | Birthdate | birthDate | D.O.B. | Date of birth | Place of birth | Born | Passport
  Passport number | Drivers license | Driver license no | DL number | Driving license number | SSN (last 4) | Social security | SIN number | TFN | ITIN
  EIN | Tax number | VAT number | Religious affiliation | Ethnic origin | Race/Ethnicity | Gender identity | Disability status | Blood type | Medication
  Diagnosis (medical) | Vaccination status | Pregnancy | Trade union membership | Political party | Criminal record | Biometric data | Number of children
  Maiden name | Home address | Steuer-Identifikationsnummer | Steuer-Nr. | St.-Nr. | USt-IdNr. | Sozialversicherungs-Nr. | SV-Nr
  Rentenversicherungsnummer | Krankenversicherungsnummer | Versicherungsnummer | Personalausweis | Ausweis-Nr. | Reisepass | Führerscheinnummer
  Geburtstag | Geburtsort | Geb.-Datum | Religionszugehörigkeit | Familienstand | Staatsbürgerschaft | Schwerbehindertenausweis | Krankheiten
  Gesundheitszustand | Impfstatus | IBAN Kunde | Kontonr. | Bankkonto | Kreditkarte | Gehalt | Gewerkschaft | N° de sécurité sociale | Numéro fiscal
  Numéro de passeport | Permis | Date naissance | Lieu de naissance | Nationalité | Situation familiale | Mutuelle | Santé | Handicap | RIB
  N° de compte bancaire | Carte de crédit | Salaire | Syndicat | NIE | DNI/NIE | N.I.F. | Número de seguridad social | Pasaporte | Permiso de conducir
  Fecha nac. | Lugar de nacimiento | Nacionalidad | Estado civil | Discapacidad | Alergias | Número de cuenta | Tarjeta crédito | Salario | Sindicato
  Codice Fiscale | C.F. | Partita IVA | Carta d'identità | Passaporto | Patente | Luogo di nascita | Cittadinanza | Stato civile | Disabilità | Allergie
  Conto bancario | IBAN cliente | Stipendio | Religione | Sindacato | CPF/CNPJ | RG | Cartão de cidadão | Número de contribuinte | NISS | Passaporte
  Data nascimento | Nacionalidade | Deficiência | Tipo sanguíneo | Cartão crédito | Salário | Religião | Burgerservicenummer | BSN-nummer | Paspoortnummer
  Rijbewijsnummer | Geboorteplaats | Nationaliteit | Burgerlijke staat | Allergieën | Bankrekeningnummer | Creditcard | Salaris | Religie | Geloof
  Vakbond | Zorgverzekeraar | Polisnummer | CPR-nr. | Pasnummer | Kørekort | Sundhed | Løn | Körkort | Födelsedatum | NIP | Numer dowodu | Paszport
  Data ur. | Narodowość | Wynagrodzenie | Numer konta
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
  Admin contact | Admin name | Local admin enabled | Wi-Fi SSID | SSID | WiFi band | WPA2 enabled | Wireless standard | Guest network | DVR model
  Camera count | iLO IP | iDRAC address | ESXi version | vCenter version | NAS model | Router model | Firewall model | Firewall firmware
  ISP account number | ISP name | Registrar | DNS host | Domain expiry | Global admin count | Tenant ID | Tenant name | Break/fix | Backup job
  Backup encryption enabled | Backup status | Backup location | Remote access tool | Remote desktop enabled | RDP port | VPN type | VPN server | VPN users
  Voicemail | Voicemail enabled | Extension | Extension number | SIP provider | PBX model | Fax number | Printer name | Print queue | Garage | Front door
  Gate | Elevator | After hours contact | After-hours phone | Alarm company phone | Alarm monitored | Alarm panel model | Monitoring station
  Security company | Safe deposit | Key box location | Lockout policy | Account locked | Lockdown | Keyholder | Key holder phone | Keyless entry | Buzzer
  Intercom app ID | Intercom workspace | TPM version | Firmware version | UEFI | HDD size | SSD model | Certificate name | Certificate authority
  SSL provider | API version | API endpoint | API enabled | OAuth app name | SMTP server | SMTP port | IMAP server | FTP server | FTP port | Database name
  SQL version | Hosting provider | Website | Web host | CRM | ERP system | DATEV Beraternummer | Telefonanlage | Kundennummer | Vertragsnummer
  Vertragslaufzeit | SIM-Kartennummer | Gerätetyp | Gerätename | Tresor | Tür | Halle | Notruf | Hinweis | Gast | Gäste-WLAN aktiv | Netzwerk | Mailadresse
  E-Mail-Adresse | Windows-Version | Router | Loginname | Benutzer | Nom du wifi | Box internet | Entrée | Immeuble | Parking | Boîte aux lettres | Alarme
  Coffre | Sécurité | Fournisseur VPN | Correo | Portal | Garaje | Caja | Recuperación | Respaldo | Administración | Ospiti | Posta | Sede | Portone | Rede
  Visitantes | Garagem | Gasten | Voordeur | Kantoor | Magazijn | Password reset count | Password reset requested by | Password reset portal used?
  Password last set | PwdLastSet | pwdlastset | Password complexity | Days since password change | Next password change | Password expired
  Is password expired | Password sync | Password hash sync enabled | PIN entry device | PIN changed | Number of keys | Keys returned | Keys handed over
  Keys issued | Spare keys | Key received | Door keys | Car key | Office key number | Primary contact | Key milestone | Key risk | Hotkey | Shortcut key
  Function key | Public key infrastructure | Keycloak realm | Tokens used | Token budget | Token count | Secret level clearance | Secretary name
  Passcode policy | Passed inspection | Pass date | Pass type | Compass ID | Password-free login | MFA enforced | MFA exempt | MFA registered
  MFA provider | MFA rollout date | 2FA method | 2FA rollout | Two factor enabled | Code quality | Codebase | Coder | Code owner | Encoded | Geocode
  Cost codes | Promo codes | Zip codes served | Code level | Dress code policy | Bar codes | Error codes seen | Account code | Accounting code
  Budget code | Cost center code | Dept code | Discount codes | Event code | Facility code | Fund code | Grade code | Item codes | Job codes | Lot code
  Market code | Nature code | Order code | Part code | Payment code | Plan code | Postcode area | Project code | Rate code | Release code | Route code
  Sales code | Shift code | SKU code | Stock code | Store code | Sub code | Supplier codes | Tariff code | Term code | Trade code | Type code | Unit code
  Warehouse code | Zone code | Access control | Access control system | Access list | Accessed on | Access expiry | Access request | Access review date
  Access group | Microsoft Access version | Data access needed | User access level | Combination lock type | Lock type | Unlocked on | Unlock date
  Login time | Login count | Login failures | Login method | SSO login | Last user login | LastLogon | last_login_at | First login | Login enabled
  Logins last month | Logon script | Logon hours | Logon type | Signed in | Sign in date | Signature | Signed by | Author name | Authored | Authority level
  Authorized buyer | Authorised approver | Authorization needed | Authorization date | Authentication method | Auth type | Verification status | Verified
  Activation date | Activated | Recovery time objective | Recovery point | RTO | RPO | Disaster recovery plan | Master agreement | Master record
  Host name | Hostname | Hosted by | Moderator | Transfer date | Transferred to | Installer version | Installed by | Device name | Device type
  Server role | Server name | Portal user | Portal enabled | NAS location | Rack unit | Cabinet | Seed | Phrase | Word | Answer | Pattern | Hash | String
  Connection | Connection type | Connection speed | Community cloud | Details | Info | Data center | Data usage | Data retention | Login page URL
`);
