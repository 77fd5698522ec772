import { plain } from './words.ts'

/** What a column of a table of shifts can hold. */
export type Role =
  | 'agent'
  | 'first-name'
  | 'last-name'
  | 'agent-id'
  | 'email'
  | 'date'
  | 'end-date'
  | 'start'
  | 'end'
  | 'range'
  | 'length'
  | 'break'
  | 'break-start'
  | 'break-end'
  | 'place'
  | 'note'
  | 'activity'
  | 'absence'
  | 'zone'
  | 'ignored'

/**
 * The headers of the tools people plan with (Deputy, When I Work, 7shifts, Homebase, Zendesk WFM, Sling, Connecteam, Planday, NICE,
 * Assembled), and of tables made by hand, in English, German, French, Spanish, Italian, Dutch and Danish; as `plain` writes them.
 */
const ALIASES: Readonly<Record<Role, string>> = {
  agent:
    'agent|agents|agent name|employee|employees|employee name|name|full name|display name|staff|staff name|staff member|team member|teammate|worker|user|users|user name|assigned to|assignee|assigned user|person|people|resource|who|scheduled employee|associate|mitarbeiter|mitarbeiterin|mitarbeiter in|mitarbeitername|mitarbeitende|mitarbeitende r|agentin|kollege|vor und nachname|name vorname|nachname vorname|employe|employe e|collaborateur|collaboratrice|salarie|salarie e|nom complet|nom et prenom|nom prenom|conseiller|empleado|empleada|empleado a|nombre y apellidos|apellidos y nombre|nombre completo|trabajador|trabajadora|agente|dipendente|collaboratore|nominativo|nome e cognome|cognome e nome|operatore|medewerker|werknemer|naam|medarbejder|navn|ansat',
  'first-name': 'first name|firstname|first|given name|forename|vorname|prenom|nombre|nome|voornaam|fornavn',
  'last-name':
    'last name|lastname|last|surname|family name|nachname|familienname|nom|nom de famille|apellido|apellidos|cognome|achternaam|efternavn',
  'agent-id':
    'agent id|agentid|employee id|employee code|employee no|employee number|employee export code|export code|payroll id|staff id|user id|external id|external agent id|personnel number|personalnummer|personal nr|pers nr|matricule|id empleado|numero de empleado|matricola|personeelsnummer|medarbejdernummer|medarbejder nr',
  email:
    'email|e mail|mail|email address|e mail address|agent email|employee email|user email|work email|e mail adresse|mailadresse|courriel|adresse e mail|correo|correo electronico|indirizzo email|posta elettronica|e mailadres',
  date: 'date|day|first day|date from|from date|von datum|datum von|erster tag|ab|premier jour|date debut|du|primer dia|fecha desde|eerste dag|datum van|shift date|schedule date|start date|work date|scheduled date|weekday|day of week|dow|datum|tag|wochentag|schichtdatum|startdatum|jour|date de debut|journee|fecha|dia|fecha de inicio|fecha inicio|data|giorno|data inizio|dag|dato|startdato|weekdag|ugedag|jour de la semaine|dia de la semana',
  'end-date':
    'end date|last day|date to|to date|bis datum|datum bis|letzter tag|dernier jour|au|ultimo dia|fecha hasta|laatste dag|datum tot|finish date|enddatum|date de fin|fecha fin|fecha de fin|data fine|einddatum|slutdato',
  start:
    'start|starts|start time|starttime|shift start|shift start time|scheduled start|starts at|start at|start date time|start datetime|start local|begin|begins|beginning|from|time in|in|clock in|in time|beginn|anfang|von|startzeit|start zeit|dienstbeginn|schichtbeginn|arbeitsbeginn|uhrzeit von|debut|heure de debut|heure debut|de|arrivee|inicio|hora inicio|hora de inicio|comienzo|desde|entrada|hora de entrada|inizio|ora inizio|ora di inizio|dalle|da|ingresso|starttijd|start tijd|begintijd|begin tijd|van|aanvang|start tid|starttid|starttidspunkt|fra',
  end: 'end|ends|end time|endtime|shift end|shift end time|scheduled end|ends at|end at|end date time|end datetime|end local|finish|finish time|stop|to|till|until|time out|out|clock out|out time|ende|bis|endzeit|end zeit|dienstende|schichtende|arbeitsende|uhrzeit bis|fin|heure de fin|heure fin|depart|hora fin|hora de fin|hasta|salida|hora de salida|fine|ora fine|ora di fine|alle|uscita|eindtijd|eind tijd|tot|einde|slut|sluttid|sluttidspunkt|til',
  range:
    'shift|shifts|shift time|shift times|time|times|working hours|working time|work time|schedule|schicht|zeit|zeiten|arbeitszeit|dienst|uhrzeit|horaire|horaires|turno|turnos|horario|orario|orari|turni|werktijd|tijd|vagt|arbejdstid|rooster',
  length:
    'hours|duration|length|shift length|scheduled hours|shift duration|duration hours|dauer|stunden|arbeitsstunden|duree|heures|duracion|horas|durata|ore|duur|uren|varighed|timer',
  break:
    'break|breaks|unpaid break|unpaid breaks|break minutes|break mins|break min|break length|break duration|unpaid break mins|unpaid break minutes|unpaid break min|meal break|mealbreak|meal|lunch|lunch mins|lunch min|lunch minutes|lunch break|meal mins|meal minutes|break time|break s|total break|pause|pausen|pause min|pausenzeit|pausenminuten|pausendauer|pause minuten|pause minutes|duree pause|pausa|pausas|descanso|minutos de descanso|pausa min|pauze|pauze min|pauzes|pauser',
  'break-start':
    'break start|break from|break begin|break start time|lunch start|meal start|break out|pause von|pausenbeginn|pause beginn|pause start|debut pause|debut de pause|inicio descanso|inicio pausa|inicio de la pausa|inizio pausa|pauze start|start pauze',
  'break-end':
    'break end|break to|break until|break finish|break end time|lunch end|meal end|break in|pause bis|pausenende|pause ende|fin pause|fin de pause|fin descanso|fin pausa|fin de la pausa|fine pausa|pauze einde|einde pauze|pause slut',
  place:
    'role|roles|position|positions|team|teams|pool|queue|department|dept|abt|location|locations|area|site|job|job title|group|employee group|skill|skills|shift type|type of shift|section|work group|rolle|funktion|standort|abteilung|bereich|arbeitsbereich|gruppe|tatigkeit|poste|equipe|service|lieu|site de travail|departement|puesto|equipo|departamento|ubicacion|rol|grupo|mansione|reparto|sede|squadra|ruolo|gruppo|afdeling|functie|locatie|ploeg|vagttype|medarbejdergruppe|lokation',
  note: 'note|notes|shift note|shift notes|comment|comments|description|remark|remarks|memo|details|title|shift title|bemerkung|bemerkungen|notiz|notizen|kommentar|anmerkung|hinweis|commentaire|commentaires|remarque|remarques|nota|notas|comentario|comentarios|observaciones|commento|commenti|annotazioni|opmerking|opmerkingen|notitie|bemaerkning|bemaerkninger|titel|titre|titulo|titolo',
  activity:
    'activity|activities|activity name|activity code|activity type|event|event type|event name|type|schedule activity|aktivitat|art|typ|activite|type d activite|actividad|tipo|attivita|activiteit|aktivitet',
  absence:
    'absence|absence type|leave|leave type|time off|time off type|status|kind|reason|abwesenheit|abwesenheitsart|abwesenheitsgrund|grund|type d absence|type de conge|motif|ausencia|tipo de ausencia|motivo|assenza|tipo assenza|verlof|verloftype|soort|soort verlof|reden|fravaer',
  zone: 'time zone|timezone|tz|zeitzone|fuseau horaire|fuseau|zona horaria|fuso orario|tijdzone|tidszone',
  ignored:
    'id|shift id|row|no|nr|total|totals|total hours|total time|net hours|paid hours|cost|total cost|rate|hourly rate|wage|wages|pay|labor cost|published|phone|phone number|mobile|address|summe|gesamt|gesamtstunden|kosten|total heures|cout|total horas|coste|costo|totale|week|kw|kalenderwoche|semaine|semana|settimana',
}

const roles: ReadonlyMap<string, Role> = new Map(
  (Object.entries(ALIASES) as [Role, string][]).flatMap(([role, aliases]) =>
    aliases.split('|').map((alias) => [alias, role] as const),
  ),
)

/** What a header says of its column; null: nothing that is known. A unit or an explanation in brackets is left out. */
export function roleOf(header: string): Role | null {
  if (header.length > 60) return null
  return roles.get(plain(header)) ?? roles.get(plain(header.replaceAll(/\(.*?\)|\[.*?\]/gu, ' '))) ?? null
}
