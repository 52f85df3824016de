// German: what stays in ConnectWise.
import type { Sentence } from "../engine-sentences.ts";

export const leftBehindSentences: readonly Sentence[] = [
  [
    "{} opportunities stay in ConnectWise: Intercom is no sales pipeline.",
    "{1} Verkaufschancen bleiben in ConnectWise: Intercom ist keine Vertriebsverwaltung.",
  ],
  [
    "{} opportunity stays in ConnectWise: Intercom is no sales pipeline.",
    "{1} Verkaufschance bleibt in ConnectWise: Intercom ist keine Vertriebsverwaltung.",
  ],
  [
    "Opportunities stay in ConnectWise and are not counted: Intercom is no sales pipeline.",
    "Verkaufschancen bleiben in ConnectWise und sind nicht gezählt: Intercom ist keine Vertriebsverwaltung.",
  ],
  [
    "{} activities stay in ConnectWise: they belong to sales.",
    "{1} Aktivitäten bleiben in ConnectWise: sie gehören zum Vertrieb.",
  ],
  [
    "{} activity stays in ConnectWise: they belong to sales.",
    "{1} Aktivität bleibt in ConnectWise: sie gehören zum Vertrieb.",
  ],
  [
    "Activities stay in ConnectWise and are not counted: they belong to sales.",
    "Aktivitäten bleiben in ConnectWise und sind nicht gezählt: sie gehören zum Vertrieb.",
  ],
  [
    "{} sales orders stay in ConnectWise: Intercom sells nothing.",
    "{1} Verkaufsaufträge bleiben in ConnectWise: Intercom verkauft nichts.",
  ],
  [
    "{} sales order stays in ConnectWise: Intercom sells nothing.",
    "{1} Verkaufsauftrag bleibt in ConnectWise: Intercom verkauft nichts.",
  ],
  [
    "Sales orders stay in ConnectWise and are not counted: Intercom sells nothing.",
    "Verkaufsaufträge bleiben in ConnectWise und sind nicht gezählt: Intercom verkauft nichts.",
  ],
  [
    "{} products on tickets and orders stay in ConnectWise: Intercom bills nothing.",
    "{1} Produkte an Tickets und Aufträgen bleiben in ConnectWise: Intercom rechnet nichts ab.",
  ],
  [
    "{} product on a ticket or order stays in ConnectWise: Intercom bills nothing.",
    "{1} Produkt an einem Ticket oder Auftrag bleibt in ConnectWise: Intercom rechnet nichts ab.",
  ],
  [
    "Products on tickets and orders stay in ConnectWise and are not counted: Intercom bills nothing.",
    "Produkte an Tickets und Aufträgen bleiben in ConnectWise und sind nicht gezählt: Intercom rechnet nichts ab.",
  ],
  [
    "{} items of the product catalog stay in ConnectWise: Intercom sells nothing.",
    "{1} Artikel des Produktkatalogs bleiben in ConnectWise: Intercom verkauft nichts.",
  ],
  [
    "{} item of the product catalog stays in ConnectWise: Intercom sells nothing.",
    "{1} Artikel des Produktkatalogs bleibt in ConnectWise: Intercom verkauft nichts.",
  ],
  [
    "The product catalog stay in ConnectWise and are not counted: Intercom sells nothing.",
    "Artikel des Produktkatalogs bleiben in ConnectWise und sind nicht gezählt: Intercom verkauft nichts.",
  ],
  [
    "{} expenses stay in ConnectWise: Intercom bills nothing.",
    "{1} Auslagen bleiben in ConnectWise: Intercom rechnet nichts ab.",
  ],
  [
    "{} expense stays in ConnectWise: Intercom bills nothing.",
    "{1} Auslage bleibt in ConnectWise: Intercom rechnet nichts ab.",
  ],
  [
    "Expenses stay in ConnectWise and are not counted: Intercom bills nothing.",
    "Auslagen bleiben in ConnectWise und sind nicht gezählt: Intercom rechnet nichts ab.",
  ],
  [
    "{} invoices stay in ConnectWise: Intercom bills nothing.",
    "{1} Rechnungen bleiben in ConnectWise: Intercom rechnet nichts ab.",
  ],
  [
    "{} invoice stays in ConnectWise: Intercom bills nothing.",
    "{1} Rechnung bleibt in ConnectWise: Intercom rechnet nichts ab.",
  ],
  [
    "Invoices stay in ConnectWise and are not counted: Intercom bills nothing.",
    "Rechnungen bleiben in ConnectWise und sind nicht gezählt: Intercom rechnet nichts ab.",
  ],
  [
    "{} appointments of the dispatch board stay in ConnectWise: Intercom has no dispatch board.",
    "{1} Termine der Einsatzplanung bleiben in ConnectWise: Intercom hat keine Einsatzplanung.",
  ],
  [
    "{} appointment of the dispatch board stays in ConnectWise: Intercom has no dispatch board.",
    "{1} Termin der Einsatzplanung bleibt in ConnectWise: Intercom hat keine Einsatzplanung.",
  ],
  [
    "Appointments of the dispatch board stay in ConnectWise and are not counted: Intercom has no dispatch board.",
    "Termine der Einsatzplanung bleiben in ConnectWise und sind nicht gezählt: Intercom hat keine Einsatzplanung.",
  ],
  [
    "{} survey results of tickets stay in ConnectWise: Intercom's ratings can't be imported.",
    "{1} Umfrageergebnisse von Tickets bleiben in ConnectWise: Intercoms Bewertungen lassen sich nicht importieren.",
  ],
  [
    "{} survey result of a ticket stays in ConnectWise: Intercom's ratings can't be imported.",
    "{1} Umfrageergebnis eines Tickets bleibt in ConnectWise: Intercoms Bewertungen lassen sich nicht importieren.",
  ],
  [
    "Survey results of tickets stay in ConnectWise and are not counted: Intercom's ratings can't be imported.",
    "Umfrageergebnisse von Tickets bleiben in ConnectWise und sind nicht gezählt: Intercoms Bewertungen lassen sich nicht importieren.",
  ],
  [
    "{} audit trails stay in ConnectWise: they prove what ConnectWise did.",
    "{1} Änderungsprotokolle bleiben in ConnectWise: sie belegen, was ConnectWise getan hat.",
  ],
  [
    "{} audit trail stays in ConnectWise: they prove what ConnectWise did.",
    "{1} Änderungsprotokoll bleibt in ConnectWise: sie belegen, was ConnectWise getan hat.",
  ],
  [
    "Audit trails stay in ConnectWise and are not counted: they prove what ConnectWise did.",
    "Änderungsprotokolle bleiben in ConnectWise und sind nicht gezählt: sie belegen, was ConnectWise getan hat.",
  ],
  [
    "{} checklists of tickets stay in ConnectWise: they cost a request a ticket.",
    "{1} Checklisten von Tickets bleiben in ConnectWise: sie kosten eine Anfrage je Ticket.",
  ],
  [
    "{} checklist of a ticket stays in ConnectWise: they cost a request a ticket.",
    "{1} Checkliste eines Tickets bleibt in ConnectWise: sie kosten eine Anfrage je Ticket.",
  ],
  [
    "Checklists of tickets stay in ConnectWise and are not counted: they cost a request a ticket.",
    "Checklisten von Tickets bleiben in ConnectWise und sind nicht gezählt: sie kosten eine Anfrage je Ticket.",
  ],
  [
    "{} notes of companies stay in ConnectWise: they cost a request a company.",
    "{1} Notizen von Firmen bleiben in ConnectWise: sie kosten eine Anfrage je Firma.",
  ],
  [
    "{} note of a company stays in ConnectWise: they cost a request a company.",
    "{1} Notiz einer Firma bleibt in ConnectWise: sie kosten eine Anfrage je Firma.",
  ],
  [
    "Notes of companies stay in ConnectWise and are not counted: they cost a request a company.",
    "Notizen von Firmen bleiben in ConnectWise und sind nicht gezählt: sie kosten eine Anfrage je Firma.",
  ],
  [
    "{} notes of contacts stay in ConnectWise: they cost a request a contact.",
    "{1} Notizen von Kontakten bleiben in ConnectWise: sie kosten eine Anfrage je Kontakt.",
  ],
  [
    "{} note of a contact stays in ConnectWise: they cost a request a contact.",
    "{1} Notiz eines Kontakts bleibt in ConnectWise: sie kosten eine Anfrage je Kontakt.",
  ],
  [
    "Notes of contacts stay in ConnectWise and are not counted: they cost a request a contact.",
    "Notizen von Kontakten bleiben in ConnectWise und sind nicht gezählt: sie kosten eine Anfrage je Kontakt.",
  ],
  [
    "{} notes and teams of projects stay in ConnectWise: Intercom has no projects.",
    "{1} Notizen und Teams von Projekten bleiben in ConnectWise: Intercom kennt keine Projekte.",
  ],
  [
    "{} note or team of a project stays in ConnectWise: Intercom has no projects.",
    "{1} Notiz oder Team eines Projekts bleibt in ConnectWise: Intercom kennt keine Projekte.",
  ],
  [
    "Notes and teams of projects stay in ConnectWise and are not counted: Intercom has no projects.",
    "Notizen und Teams von Projekten bleiben in ConnectWise und sind nicht gezählt: Intercom kennt keine Projekte.",
  ],
  [
    "{} documents of companies, contacts, configurations, projects and time entries stay in ConnectWise: only those of tickets and articles are read.",
    "{1} Dokumente von Firmen, Kontakten, Konfigurationen, Projekten und Zeiteinträgen bleiben in ConnectWise: nur die von Tickets und Artikeln werden gelesen.",
  ],
  [
    "{} document of a company, contact, configuration, project or time entry stays in ConnectWise: only those of tickets and articles are read.",
    "{1} Dokument einer Firma, eines Kontakts, einer Konfiguration, eines Projekts oder Zeiteintrags bleibt in ConnectWise: nur die von Tickets und Artikeln werden gelesen.",
  ],
  [
    "Documents of companies, contacts, configurations, projects and time entries stay in ConnectWise and are not counted: only those of tickets and articles are read.",
    "Dokumente von Firmen, Kontakten, Konfigurationen, Projekten und Zeiteinträgen bleiben in ConnectWise und sind nicht gezählt: nur die von Tickets und Artikeln werden gelesen.",
  ],
];
