import type { Translation } from '../../language/catalogue.ts'
import type { capacity as english } from '../en/capacity.ts'

/** What the figures of the months to come are based on, on screen, on paper and in the terminal. */
export const capacity: Translation<typeof english> = {
  moreHires: '{count, plural, one {# incorporación más} other {# incorporaciones más}}',
  sources: {
    recent: 'Últimas cuatro semanas: recuento de {dates}, con la misma regla que la pantalla Cobertura.',
    recentPartly:
      'Últimas cuatro semanas: recuento de {dates}, con la misma regla que la pantalla Cobertura. Solo cuenta el tiempo sincronizado: el {share}.',
    forecast:
      'Visitantes: la previsión de una semana habitual y de las semanas con festivos de cada mes, según lo sincronizado. No se extrapola ninguna tendencia. No incluye estacionalidad: el año pasado no se conoce o no ha mejorado la previsión.',
    forecastWithSeason:
      'Visitantes: la previsión de una semana habitual y de las semanas con festivos de cada mes, según lo sincronizado, con la estacionalidad del año pasado donde ha mejorado la previsión. No se extrapola ninguna tendencia.',
    growth: 'Crecimiento: {percent} al mes sobre la previsión, según lo indicado.',
    planGiven: 'Horas planificadas: turnos del plan {plan} sin pausas, como si continuara.',
    planLive: 'Horas planificadas: turnos de {plan}, el plan vigente, sin pausas, como si continuara.',
    planTypical: 'Horas planificadas: turnos de la semana típica, deducidos de las sesiones de las últimas semanas.',
    attrition: 'Bajas: el {percent} de los agentes del plan se va cada mes, según lo indicado. Nadie los sustituye.',
    hires: 'Contrataciones: {hires}. Sus horas cuentan según la curva de aprendizaje; se pagan todas.',
    hiresBefore:
      'Contrataciones: {hires}. Sus horas cuentan según la curva de aprendizaje; se pagan todas. Lo que aportan y cuestan antes del {date}, durante un año como máximo, se estima a partir de las semanas previstas para {month} y cuenta para su amortización.',
    coverage: 'Cobertura: el modelo y la asistencia deducidos del historial, como en cualquier plan.',
    range: 'Intervalo del 80 %: el de una semana habitual del mes. El crecimiento y las bajas se dan por seguros.',
    needed:
      'Agentes necesarios: los mínimos en línea en cada cuarto de hora para una cobertura del {target}, como si los turnos pudieran seguirlos con exactitud, con las horas de un agente del plan.',
    worth: 'Valor: {worth} por cada visitante, según lo indicado.',
    cost: 'Coste: {cost} por cada hora pagada, según lo indicado.',
  },
}
