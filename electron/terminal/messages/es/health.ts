import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { healthCommand as english } from '../en/health.ts'

/** `covercast health`. */
export const healthCommand: Translation<typeof english> = {
  description:
    'Todas las organizaciones de una plataforma por su salud: la puntuación del panel del producto y la nuestra, con su grado de seguridad. No necesita espacio de trabajo.',
  source:
    'la base de datos, como postgres://user@host/database, de un usuario que pueda leer varias organizaciones (predeterminado: la última usada); contraseña en PGPASSWORD o .pgpass',
  sourceFile: 'un archivo que contiene la conexión en su lugar',
  mapping: 'un archivo JSON con los nombres de esquema, tablas y columnas que difieren',
  full: 'contar todo de nuevo',
  platform: 'una plataforma ya contada, como la indica --list (predeterminado: la última usada)',
  out: 'escribir la lista en un archivo: .csv, .xlsx o .pdf (las puntuaciones más bajas, una página)',
  list: 'las plataformas contadas, la última usada primero',
  forget: 'eliminar de este equipo las cifras y la contraseña de una plataforma',
  yes: 'con --forget: eliminarlas',
  twoWays: 'Se indicaron un origen y una plataforma a la vez.',
  oneWay: 'Indique --source para una conexión, o --platform para una ya contada.',
  forgetProblem:
    'Esto elimina de este equipo las cifras de una plataforma; lo que su base de datos haya eliminado desde entonces no estará después en ninguna.',
  forgetNext: 'Agregue --yes si es lo que quiere.',
  forgotten: 'Se eliminaron las cifras de {name}. Los espacios de trabajo y la base de datos no cambiaron.',
  noPlatform: 'No existe la plataforma {name}.',
  nonePlatform: 'Aún no se ha contado ninguna plataforma.',
  thereAre: 'Existen: {names}.',
  noEnding: 'El nombre {file} no indica qué tipo de archivo es.',
  endings: 'Use la extensión .csv, .xlsx o .pdf.',
  notKept:
    'No se conservan cifras de un momento anterior al último recuento, así que no se puede crear ningún archivo con ellas.',
  withoutNow: 'Omita --now o use --json.',
  steps: {
    looking: 'Examinando las tablas, {elapsed}',
    visitors: 'Contando los visitantes, {elapsed}',
    calls: 'Contando las llamadas, {elapsed}',
    scoring: 'Puntuando, {elapsed}',
  },
  rows: '{step} (unas {rows} filas)',
  notCounted: 'No se leyó el origen; estas son las cifras de {time}. {why}',
  // The answer.
  asOf: '{count, plural, one {# organización} other {# organizaciones}}, datos de {time}, meses en la zona horaria {zone}.',
  atRisk: 'En riesgo: {count}, de ellas {critical} críticas.',
  mrrAtRisk: 'Ingresos mensuales en riesgo: {money}.',
  totals:
    'Cobertura de {rate} de {visitors}. {answered} de {calls} llamadas respondidas: {answerRate} de los visitantes atendidos.',
  none: 'El usuario de esta conexión no ve ninguna organización.',
  fell: 'Bajaron de categoría según nuestra puntuación y no volvieron a subir:',
  fall: '{name}: de riesgo {from} a {to}, {time}; {score} ahora, {sureness}.',
  organization: 'Organización',
  status: 'Estado',
  score: 'Puntuación del panel',
  own: 'Nuestra puntuación',
  sureness: 'Seguridad',
  risk: 'Riesgo del panel',
  coverage: 'Cobertura total',
  month: 'Cobertura de este mes',
  missed: 'Perdidos en total',
  calls: 'Llamadas de este mes',
  lastCall: 'Última llamada',
  mrr: 'Ingresos',
  why: 'Por qué las dos puntuaciones difieren en el riesgo:',
  difference: '{name}: {reasons}.',
  // The list of platforms.
  platformName: 'Plataforma',
  platformId: 'ID',
  platformAsOf: 'Datos de',
  platformCount: 'Organizaciones',
  damaged: 'no se puede leer',
}
