import type { Translation } from '../../language/catalogue.ts'
import type { modelWarnings as english } from '../en/model-warnings.ts'

/** What people should know before they rely on a pool's model. */
export const modelWarnings: Translation<typeof english> = {
  'no-sessions': 'No hubo visitas con algún agente en línea, así que se usan valores típicos.',
  'little-history':
    'Solo {count, plural, one {# día} other {# días}} de datos, menos de dos semanas: los valores típicos pesan más y los intervalos son amplios.',
  'few-visits':
    '{count, plural, =0 {Ninguna visita} one {Solo # visita} other {Solo # visitas}} con algún agente en línea: los valores típicos pesan más y los intervalos son amplios.',
  'availability-fixed':
    'En estos datos no se distinguen los agentes ocupados de los que no están. Todos los agentes en línea cuentan como disponibles, y los visitantes perdidos, como llegados con todos ocupados.',
  'membership-unknown': 'No se sabe qué agentes atienden este grupo, así que se supone que lo atienden todos.',
  'covered-outside-sessions':
    'El {share} de las visitas atendidas quedó fuera de cualquier sesión de agente: puede que los agentes trabajen sin sesión. Se espera que sigan las visitas atendidas sin ningún agente conectado, hora por hora.',
  'poor-fit':
    'La cobertura pasada con pocos o muchos agentes difiere del modelo. Tenga cuidado con los horarios distintos de los anteriores.',
}
