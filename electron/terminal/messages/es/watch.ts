import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { watch as english } from '../en/watch.ts'

/** `covercast watch`. */
export const watch: Translation<typeof english> = {
  description:
    'Sincroniza cada pocos minutos, comprueba las alertas del espacio de trabajo y envía lo pendiente, hasta que se interrumpe. La aplicación hace lo mismo mientras está abierta; cada mensaje se envía una sola vez.',
  every:
    'minutos entre sincronizaciones (predeterminado: los de la sincronización automática del espacio de trabajo o, si no, 5)',
  once: 'una sola ronda y terminar: para tareas programadas',
  everyRange: 'Indique de 1 a 1440 minutos.',
  notMinutes: '{value} no es un número de minutos que admita --every.',
  watching: 'Vigilando {workspace}, cada {count, plural, one {# minuto} other {# minutos}}. Ctrl+C lo termina.',
  noChannels:
    'Este espacio de trabajo no tiene canales, así que no se puede enviar nada. Agregue uno en la aplicación: Ajustes, Alertas.',
  channelOff: 'El canal “{name}” está desactivado aquí. {why} {next}',
  setAddress: 'Defina {url} con su dirección.',
  setSigned: 'Defina {url} con su dirección, y {key} con su clave de firma si tiene una.',
  setMail: 'Defina {url} como {address}, y {password} con su contraseña si tiene una.',
  syncFailed: 'La sincronización falló: {why}',
  roundFailed: 'No se pudo comprobar o enviar todo: {why}',
  syncElsewhere: 'Otro Covercast sincroniza ahora este espacio de trabajo; se usan sus cifras.',
  raised: 'Emitida',
  resolved: 'Resuelta',
  sent: 'Enviada a {channel}',
  failed: 'No enviada a {channel}',
  line: '{time} {state}: {text}',
}
