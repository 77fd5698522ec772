import type { Translation } from '../../language/catalogue.ts'
import type { alerts as english } from '../en/alerts.ts'

/** What alerts say: in notifications and messages, and on screens. */
export const alerts: Translation<typeof english> = {
  titles: {
    coverage: 'La cobertura es baja',
    'nobody-online': 'No hay ningún agente en línea',
    'next-visitor': 'Se puede perder al próximo visitante',
    absent: 'Hay un agente ausente',
    'sync-failing': 'Covercast no tiene cifras nuevas',
    'organization-health': 'Una organización bajó de categoría',
  },
  /** Of one pool, or of one agent. */
  namedTitles: {
    coverage: 'La cobertura de {name} es baja',
    'nobody-online': 'No hay ningún agente en línea para {name}',
    'next-visitor': 'Se puede perder al próximo visitante de {name}',
    absent: 'Ausente: {name}',
    'sync-failing': 'Covercast no tiene cifras nuevas de {name}',
    'organization-health': '{name} bajó de categoría',
  },
  resolvedTitle: 'Resuelta: {title}',
  coverage:
    '{missed} de {count, plural, one {# visitante perdido} other {# visitantes perdidos}} en {minutes, plural, one {el minuto anterior} other {los # minutos anteriores}} a las {until} (cobertura: {rate}; objetivo: {target}).',
  nobodyOnline:
    '{count, plural, one {Llegó # visitante} other {Llegaron # visitantes}} en {minutes, plural, one {el minuto anterior} other {los # minutos anteriores}} a las {until} sin ningún agente en línea.',
  nextVisitor:
    'A las {until}, la probabilidad de atender al próximo visitante era del {chance} (objetivo: {target}), con {agents, plural, one {# agente} other {# agentes}} en línea.',
  absent: 'El turno va de {start} a {end}. A las {until} no había nadie en línea para él.',
  syncFailing: 'Última sincronización: {lastSync}. Desde entonces las sincronizaciones fallan.',
  organizationHealth:
    'Pasó de riesgo {from} a {to}: ahora nuestra puntuación es {score} de 100, y la del panel, {dashboard}.',
  since: 'Desde {since}.',
  resolved: {
    coverage: 'La cobertura fue baja de {since} a {until}.',
    'nobody-online': 'No hubo ningún agente en línea de {since} a {until}.',
    'next-visitor': 'La probabilidad fue baja de {since} a {until}.',
    absent: 'De {since} a {until}.',
    'sync-failing': 'No hubo cifras nuevas de {since} a {until}.',
    'organization-health':
      'Su riesgo fue {risk} o peor de {since} a {until}. Ahora nuestra puntuación es {score} de 100.',
  },
  /** Which company, and which of its rules. */
  source: '{workspace} · alerta “{rule}”',
  testTitle: 'Mensaje de prueba de Covercast',
  testBody: 'Si puede leer esto, las alertas sobre {workspace} llegan aquí.',
  /** Stand-ins in examples. */
  examplePool: 'Ventas',
  exampleAgent: 'Ana',
  exampleOrganization: 'Lumen Interiors',
  /** Why a message was not sent. */
  problems: {
    'name-not-found': 'No se encuentra el nombre del servidor.',
    unreachable: 'No se puede conectar con el servidor.',
    tls: 'El certificado del servidor no es de confianza.',
    timeout: 'El servidor no respondió en 10 segundos.',
    redirect: 'El servidor remitió a otra dirección, y Covercast no la sigue. Indique la dirección final.',
    private: 'La dirección está en este equipo o en su red, y no la ha confirmado.',
    'forbidden-address': 'La dirección pertenece a un rango al que no se envían mensajes.',
    insecure: 'La dirección no está cifrada.',
    'bad-address': 'La dirección no se puede leer.',
    'other-host':
      'El entorno indica un servidor distinto del de este canal. Guarde el canal de nuevo o corrija la variable.',
    login: 'El servidor de correo rechazó el nombre de usuario o la contraseña.',
    recipients: 'El servidor de correo rechazó el remitente o los destinatarios.',
    'some-recipients':
      'El servidor de correo rechazó a algunos destinatarios. Los demás recibieron el mensaje, por lo que no se envía de nuevo. Revise las direcciones.',
    'no-answer': 'No hubo respuesta, así que el mensaje puede haber llegado. No se envía de nuevo.',
    interrupted: 'Covercast se cerró durante el envío, así que el mensaje puede haber llegado. No se envía de nuevo.',
    expired: 'No se pudo enviar a tiempo.',
    keyring:
      'No se puede abrir el llavero de este sistema, así que no se conoce la dirección. Desbloquéelo y se intentará de nuevo.',
    'no-secret': 'Aquí no se conoce la dirección o la contraseña.',
    'not-reviewed': 'No se envió porque antes no se le mostró el texto.',
    status: 'El servidor respondió con el error {code}.',
  },
  digest: {
    title: 'Cobertura de la semana pasada: {rate}',
    partlyTitle: 'Cobertura de la semana pasada, hasta donde se conoce: {rate}',
    noTitle: 'No hay cifras de la semana pasada',
    week: '{range}: {count, plural, one {# visitante} other {# visitantes}}, {covered} atendidos, {missed} perdidos.',
    partly: 'Solo se conocen por completo {days} de los 7 días.',
    before: 'La semana anterior: {rate}.',
    change: 'Qué cambiar:',
    nothing: 'No se encontró nada que cambiar.',
    block:
      '{when}: {agents, plural, one {# agente más atendería} other {# agentes más atenderían}} a unos {count, plural, one {# visitante más} other {# visitantes más}} por semana.',
    poolBlock:
      '{pool}, {when}: {agents, plural, one {# agente más atendería} other {# agentes más atenderían}} a unos {count, plural, one {# visitante más} other {# visitantes más}} por semana.',
    plan: 'Plan de esta semana: {name}.',
    noPlan: 'No hay ningún plan publicado para esta semana.',
    prediction: 'Cobertura prevista para esta semana: {rate} (intervalo del 80 %: de {lower} a {upper}).',
    source: '{workspace} · resumen semanal',
  },
}
