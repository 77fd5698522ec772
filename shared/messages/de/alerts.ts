import type { Translation } from '../../language/catalogue.ts'
import type { alerts as english } from '../en/alerts.ts'

/** What alerts say: in notifications and messages, and on screens. */
export const alerts: Translation<typeof english> = {
  titles: {
    coverage: 'Die Abdeckung ist niedrig',
    'nobody-online': 'Kein Agent ist online',
    'next-visitor': 'Der nächste Besucher wird möglicherweise verpasst',
    absent: 'Ein Agent fehlt',
    'sync-failing': 'Covercast hat keine neuen Zahlen',
    'organization-health': 'Eine Organisation ist eine Klasse gefallen',
  },
  namedTitles: {
    coverage: 'Die Abdeckung von {name} ist niedrig',
    'nobody-online': 'Kein Agent ist für {name} online',
    'next-visitor': 'Der nächste Besucher von {name} wird möglicherweise verpasst',
    absent: '{name} fehlt',
    'sync-failing': 'Covercast hat keine neuen Zahlen von {name}',
    'organization-health': '{name} ist eine Klasse gefallen',
  },
  resolvedTitle: 'Behoben: {title}',
  coverage:
    '{missed} von {count, plural, one {# Besucher} other {# Besuchern}} in {minutes, plural, one {der Minute} other {den # Minuten}} vor {until} verpasst ({rate} bedient, Ziel {target}).',
  nobodyOnline:
    '{count, plural, one {# Besucher kam} other {# Besucher kamen}} in {minutes, plural, one {der Minute} other {den # Minuten}} vor {until}, während kein Agent online war.',
  nextVisitor:
    'Um {until} lag die Chance, dass der nächste Besucher bedient wird, bei {chance} (Ziel {target}), mit {agents, plural, one {# Agenten} other {# Agenten}} online.',
  absent: 'Die Schicht geht von {start} bis {end}. Um {until} war niemand dafür online.',
  syncFailing: 'Die letzte Synchronisierung war {lastSync}. Seitdem sind alle fehlgeschlagen.',
  organizationHealth:
    'Das Risiko ist von {from} auf {to} gestiegen: Unser Wert ist jetzt {score} von 100, der des Dashboards {dashboard}.',
  since: 'Seit {since}.',
  resolved: {
    coverage: 'Die Abdeckung war von {since} bis {until} niedrig.',
    'nobody-online': 'Von {since} bis {until} war kein Agent online.',
    'next-visitor': 'Die Chance war von {since} bis {until} gering.',
    absent: 'Von {since} bis {until}.',
    'sync-failing': 'Von {since} bis {until} gab es keine neuen Zahlen.',
    'organization-health':
      'Das Risiko war von {since} bis {until} {risk} oder schlechter. Unser Wert ist jetzt {score} von 100.',
  },
  source: '{workspace} · Alarm „{rule}“',
  testTitle: 'Testnachricht von Covercast',
  testBody: 'Wenn Sie das lesen können, kommen Alarme zu {workspace} hier an.',
  examplePool: 'Vertrieb',
  exampleAgent: 'Ana',
  exampleOrganization: 'Lumen Interiors',
  problems: {
    'name-not-found': 'Der Name des Servers lässt sich nicht auflösen.',
    unreachable: 'Der Server ist nicht erreichbar.',
    tls: 'Dem Zertifikat des Servers wird nicht vertraut.',
    timeout: 'Der Server hat nicht innerhalb von 10 Sekunden geantwortet.',
    redirect:
      'Der Server verweist auf eine andere Adresse. Covercast folgt ihr nicht. Geben Sie die endgültige Adresse ein.',
    private: 'Die Adresse liegt auf diesem Computer oder in seinem Netz, und Sie haben sie nicht bestätigt.',
    'forbidden-address': 'Die Adresse gehört zu einem Bereich, der keine Nachrichten erhält.',
    insecure: 'Die Adresse ist nicht verschlüsselt.',
    'bad-address': 'Die Adresse ist nicht lesbar.',
    'other-host':
      'Die Umgebungsvariable nennt einen anderen Server als dieser Kanal. Speichern Sie den Kanal erneut, oder korrigieren Sie die Variable.',
    login: 'Der Mailserver hat Benutzernamen oder Passwort abgelehnt.',
    recipients: 'Der Mailserver hat den Absender oder die Empfänger abgelehnt.',
    'some-recipients':
      'Der Mailserver hat einige Empfänger abgelehnt. Die anderen haben die Nachricht erhalten, daher wird sie nicht noch einmal gesendet. Prüfen Sie die Adressen.',
    'no-answer':
      'Es kam keine Antwort, die Nachricht ist also vielleicht angekommen. Sie wird nicht noch einmal gesendet.',
    interrupted:
      'Covercast wurde während des Sendens beendet, die Nachricht ist also vielleicht angekommen. Sie wird nicht noch einmal gesendet.',
    expired: 'Die Nachricht konnte nicht rechtzeitig gesendet werden.',
    keyring:
      'Der Schlüsselbund dieses Systems lässt sich nicht öffnen, daher ist die Adresse nicht bekannt. Entsperren Sie ihn, dann wird es erneut versucht.',
    'no-secret': 'Die Adresse oder das Passwort ist hier nicht bekannt.',
    'not-reviewed': 'Der Text wurde Ihnen vorher nicht gezeigt und deshalb nicht gesendet.',
    status: 'Der Server hat mit Fehler {code} geantwortet.',
  },
  digest: {
    title: 'Abdeckung letzte Woche: {rate}',
    partlyTitle: 'Abdeckung letzte Woche, soweit bekannt: {rate}',
    noTitle: 'Keine Zahlen der letzten Woche',
    week: '{range}: {count, plural, one {# Besucher} other {# Besucher}}, {covered} bedient, {missed} verpasst.',
    partly: 'Nur {days} der 7 Tage sind vollständig bekannt.',
    before: 'In der Woche davor: {rate}.',
    change: 'Was sich ändern sollte:',
    nothing: 'Es wurde nichts gefunden, was sich ändern sollte.',
    block:
      '{when}: {agents, plural, one {# Agent mehr würde} other {# Agenten mehr würden}} etwa {count, plural, one {# weiteren Besucher} other {# weitere Besucher}} pro Woche abdecken.',
    poolBlock:
      '{pool}, {when}: {agents, plural, one {# Agent mehr würde} other {# Agenten mehr würden}} etwa {count, plural, one {# weiteren Besucher} other {# weitere Besucher}} pro Woche abdecken.',
    plan: 'Plan dieser Woche: {name}.',
    noPlan: 'Für diese Woche ist kein Plan veröffentlicht.',
    prediction: 'Vorhergesagte Abdeckung dieser Woche: {rate} (80-%-Bereich {lower} bis {upper}).',
    source: '{workspace} · Wochenbericht',
  },
}
