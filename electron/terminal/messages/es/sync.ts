import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { sync as englishSync, connection as englishConnection } from '../en/sync.ts'

/** `covercast sync` and `covercast demo`. */
export const sync: Translation<typeof englishSync> = {
  description: 'Sincroniza un espacio de trabajo con su Postgres. Solo se leen recuentos y sesiones de agentes.',
  source:
    'postgres://user@host/database; se recuerda sin su contraseña (PGPASSWORD y las demás variables PG funcionan)',
  sourceFile:
    'archivo que contiene la URL de --source, si otros usuarios del equipo pudieran leer una línea de comandos',
  from: 'primera fecha local que se quiere (predeterminado: 26 semanas atrás, o como antes)',
  to: 'última fecha local que se quiere (predeterminado: ahora)',
  full: 'leer de nuevo todos los días del intervalo',
  reconcile: 'comparar cada día sincronizado con el origen de datos y corregir lo que difiera (si no, una vez al día)',
  takeSource: 'tomar los recuentos del origen de datos aunque haya visitas que perdieron su agente o falte un día',
  remap:
    'contar desde otra base de datos u otras tablas, aunque se pierdan días contados; antes se hace una copia de seguridad del espacio de trabajo',
  mapping:
    'archivo JSON con los nombres de esquema, tablas y columnas que difieren de los predeterminados; se recuerda',
  overlapMinutes:
    'margen de llegadas tardías en minutos: cuánto tiempo atrás vuelve a contar cada sincronización; se recuerda',
  foldCountries: 'agrupar como OTHER los países con menos de N visitas por día; se recuerda',
  keepMonths: 'eliminar los recuentos de más de N meses; 0 conserva todo (predeterminado); se recuerda',
  statementTimeout:
    'tiempo máximo que puede tardar una consulta en la base de datos, en segundos (predeterminado: 60); se recuerda',
  check: 'solo probar la conexión y mostrar qué hay',
  tables: 'solo listar las tablas, vistas y columnas de la base de datos',
  printMapping:
    'solo imprimir la asignación que sugieren los nombres y tipos de las tablas, para editarla y pasarla a --mapping',
  demo: 'Crea el espacio de trabajo de una empresa de demostración y lo sincroniza: cifras reales sin base de datos.',
  // What is wrong with the options.
  oneLook: '--check, --tables y --print-mapping hacen cada una una sola cosa.',
  giveOne: 'Indique una de ellas.',
  passwordSeen:
    'Otros usuarios de este equipo pueden ver la contraseña de --source mientras se ejecuta el comando (ps), y queda en el historial del shell. PGPASSWORD, ~/.pgpass o --source-file la mantienen privada.',
  twoSources: '--source y --source-file indican ambas un origen de datos.',
  sourceFileNotRead: 'No se pudo leer el archivo con la URL del origen de datos: {why}.',
  sourceFileForm: 'Indique un archivo que contenga solo una URL como postgres://user@host/database.',
  settingProblem: 'El ajuste {name} no es posible: {why}.',
  outOfRange: 'está fuera de los límites',
  seeHelp: 'Consulte `covercast help sync` para saber qué significa.',
  mappingNotRead: 'No se pudo leer el archivo de asignación “{file}”: {why}.',
  mappingForm: 'Indique un archivo JSON como muestra docs/source-database.md.',
  // Progress.
  connecting: 'Conectando…',
  checking: 'Buscando cambios…',
  progress: '{done} de {count, plural, one {# día} other {# días}} · {visitors}',
  progressLeft: '{done} de {count, plural, one {# día} other {# días}} · {visitors} · quedan {left}',
  cancelled: 'La sincronización se canceló.',
  // What a sync did.
  done: '{workspace}: {dates}, {visitors} leídos en {time}.',
  note: 'Nota: {note}',
  dayChanged: 'El {date} cambió en el origen de datos: {changes}.',
  dayChangedKept:
    'El {date} cambió en el origen de datos: {changes}. Se conservan los recuentos anteriores; --take-source toma los nuevos.',
  moreVisits: '{count, plural, one {# visita más} other {# visitas más}}',
  fewerVisits: '{count, plural, one {# visita menos} other {# visitas menos}}',
  moreCovered: '{count} atendidos más',
  fewerCovered: '{count} atendidos menos',
  sessionsDiffer: 'las sesiones de los agentes difieren',
}

/** What `covercast sync --check` and `--tables` find. */
export const connection: Translation<typeof englishConnection> = {
  server:
    'Postgres {version}{isReplica, select, yes { (una réplica)} other {}}, {isEncrypted, select, yes {conexión cifrada} other {conexión sin cifrar}}.',
  organizations: '{count, plural, one {# organización} other {# organizaciones}}. Elija una con --org ID:',
  moreOrganizations: '… y {count} más',
  cannotRead: 'No se puede leer: {what}',
  cure: 'Un administrador puede permitirlo: {statement}',
  giveView: 'Un administrador puede ofrecer la tabla como vista: docs/source-database.md tiene el script.',
  adviceFaster: 'Consejo: este índice acelera el recuento.',
  adviceNeeded: 'Consejo: sin este índice cada sincronización lee toda la tabla.',
  nameAndId: '{name} ({id})',
  noVisit: '{organization}: aún sin visitas.',
  visitsFrom: '{organization}: visitas del {from} al {to} (UTC).',
  visits: {
    exact: '{organization}: {count, plural, one {# visita} other {# visitas}} del {from} al {to} (UTC).',
    estimate: '{organization}: unas {count, plural, one {# visita} other {# visitas}} del {from} al {to} (UTC).',
    'at-least': '{organization}: más de {count, plural, one {# visita} other {# visitas}} del {from} al {to} (UTC).',
  },
  // Tables.
  noTables: 'Esta base de datos no tiene tablas ni vistas.',
  table: 'Tabla',
  kind: 'Tipo',
  kinds: {
    table: 'tabla',
    view: 'vista',
    'materialized view': 'vista materializada',
    'foreign table': 'tabla externa',
  },
  rows: 'Filas',
  columns: 'Columnas que puede leer',
  aboutRows: 'unas {count}',
  moreTables: 'Hay más que estas {count}.',
  schemaNotUsable: 'ninguna: no puede usar el esquema',
  noRight: 'ninguna: sin permiso de lectura',
  // A mapping.
  problem: '{where}: {problem}',
  notRead: 'No se leen: {tables}.',
}
