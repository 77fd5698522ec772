import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { fairness as english } from '../en/fairness.ts'

/** `covercast fairness`. */
export const fairness: Translation<typeof english> = {
  description:
    'Muestra con qué equidad se reparten las noches y los fines de semana entre los agentes, trabajados y programados.',
  from: 'primera fecha local (predeterminado: 12 semanas hasta --to)',
  to: 'última fecha local (predeterminado: ayer)',
  plan: 'un archivo de plan, o el ID o nombre de un plan guardado (predeterminado: los planes publicados)',
  unpopular:
    'Son horas poco deseadas las de {from} a {to} y todo el sábado y el domingo. La parte equitativa es según las horas trabajadas.',
  worked: 'Trabajado',
  planned: 'Programado',
  none: 'Nadie trabajó en estas fechas.',
  nonePlanned: 'No hay nada programado en estas fechas.',
  spread: '{hours} de {all} poco deseadas. En promedio, los agentes se alejan {spread} de su parte equitativa.',
  agent: 'Agente',
  hours: 'Horas',
  nights: 'Noches',
  weekends: 'Fines de semana',
  early: 'Tempranos',
  late: 'De tarde',
  holidays: 'Festivos',
  wishes: 'Preferencias',
  keptOf: '{kept} de {all}',
  kinds:
    'Un turno temprano empieza desde las {earlyFrom} y antes de las {earlyBefore}; uno de tarde termina después de las {lateAfter} y hasta las {lateTo}.',
  unpopularHours: 'Poco deseadas',
  fairHours: 'Parte equitativa',
  difference: '+/-',
  outlier: 'Muy alejado',
  yes: 'sí',
}
