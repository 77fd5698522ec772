import type { Translation } from '../../../shared/language/catalogue.ts'
import type { rulePacks as english } from '../en/rule-packs.ts'

/** Laws whose numbers fill in the rules of a plan: where each number is from, what was assumed, and what is not checked. */
export const rulePacks: Translation<typeof english> = {
  'eu-wtd': {
    name: 'Unión Europea: Directiva sobre el tiempo de trabajo',
    sources: {
      minRestHours: '11 horas de descanso en cada período de 24',
      maxDaySpanHours: '24 horas menos 11 de descanso dejan 13 para una jornada partida',
      minWeeklyRestHours: '24 horas cada siete días, además de las 11 diarias',
      averageHours: '48 horas por semana en promedio durante cuatro meses como máximo',
      night: '8 horas de cada 24 en promedio para quien trabaja 3 horas o más de noche',
      owedBreak: 'una pausa con más de 6 horas',
    },
    notes: {
      memberStates: 'Los Estados miembros tienen sus propios valores. Use el paquete de su país si existe.',
      assumed:
        'La directiva no fija la duración de la pausa (se suponen 15 minutos), si las pausas forman parte de la jornada a partir de la cual se debe (se supone que no), qué siete horas en torno al período entre la medianoche y las 5:00 son noche (se supone de 23:00 a 6:00) ni las semanas en las que se promedia el trabajo nocturno (se suponen 17).',
      weekly:
        '8 horas de cada 24 son 48 por semana, porque el día de descanso semanal no entra en el promedio (art. 16).',
      months: 'Cuatro meses se cuentan como 17 semanas.',
    },
  },
  'de-arbzg': {
    name: 'Alemania: Arbeitszeitgesetz',
    sources: {
      maxHoursPerDay: '8 horas por día laborable, hasta 10 si el promedio es de 8',
      averageHours: '8 horas por día laborable en promedio durante 24 semanas: 48 en seis días',
      minRestHours: '11 horas tras el fin del trabajo diario',
      maxDaySpanHours: '24 horas menos 11 de descanso dejan 13 para una jornada partida',
      minWeeklyRestHours: 'el día de descanso semanal junto con las 11 horas del § 5',
      night: '10 horas, si el promedio de 4 semanas es de 8 por día laborable',
      owedBreak: '30 minutos con más de 6 horas, 45 con más de 9',
      unbrokenWork: 'no más de 6 horas sin una pausa de al menos 15 minutos',
    },
    notes: {
      night:
        'La noche va de 23:00 a 6:00 (§ 2 (3)). Es trabajo nocturno el que ocupa más de 2 horas de ella (§ 2 (4)); en cuartos de hora, 2 h 15 min. Cuenta todo el trabajo nocturno, también el de agentes que lo hacen menos de 48 días al año.',
      sundays:
        'No se comprueba: el trabajo en domingos y festivos está prohibido salvo las excepciones del § 10, y al menos 15 domingos al año son libres (§ 11 (1)).',
      agreements: 'Los convenios colectivos pueden diferir (§ 7).',
    },
  },
  'fr-code-du-travail': {
    name: 'Francia: Code du travail',
    sources: {
      maxHoursPerDay: '10 horas al día',
      maxHoursPerWeek: '48 horas por semana',
      averageHours: '44 horas por semana en 12 semanas cualesquiera',
      minRestHours: '11 horas de descanso diario',
      maxDaySpanHours: '24 horas menos 11 de descanso dejan 13 para una jornada partida',
      minWeeklyRestHours: '24 horas por semana, además de las 11 diarias',
      night: '8 horas al día y 40 por semana en 12 semanas para el trabajo nocturno',
      owedBreak: '20 minutos cuando la jornada llega a 6 horas',
      overtime: 'un 25 % más por las ocho primeras horas que pasan de 35 por semana, después un 50 % más',
    },
    notes: {
      breaks:
        'Una pausa de 20 minutos se cumple con 30 en el plan, porque las pausas van por cuartos de hora. Es obligatoria cuando la jornada llega a 6 horas: con más de 5 h 45 min.',
      night:
        'Sin acuerdo, la noche va de 21:00 a 6:00 (L3122-20). Es trabajador nocturno quien trabaja 3 horas de ella dos veces por semana (L3122-5). Aquí cuenta una semana con un día así.',
      sixDays:
        'No se comprueba: el trabajo en más de seis días por semana (L3132-1). El descanso semanal de 35 horas sí se comprueba.',
      agreements:
        'Los acuerdos pueden fijar otros recargos de horas extra, de al menos un 10 % más (L3121-33), y otros límites.',
    },
  },
  'uk-wtr': {
    name: 'Reino Unido: Working Time Regulations',
    sources: {
      averageHours: '48 horas por semana en promedio durante 17 semanas',
      minRestHours: '11 horas de descanso de cada 24',
      maxDaySpanHours: '24 horas menos 11 de descanso dejan 13 para una jornada partida',
      minWeeklyRestHours: '24 horas cada siete días, además de las 11 diarias',
      night: '8 horas de cada 24 en promedio durante 17 semanas para los trabajadores nocturnos',
      owedBreak: '20 minutos con más de 6 horas',
    },
    notes: {
      optOut:
        'Un trabajador puede acordar por escrito trabajar más de 48 horas (reg. 5). Para esos agentes, elija “Sin límite” en el promedio de horas semanales de la pantalla Agentes.',
      breaks: 'Una pausa de 20 minutos se cumple con 30 en el plan, porque las pausas van por cuartos de hora.',
      night:
        'Sin acuerdo, la noche va de 23:00 a 6:00, y un trabajador nocturno trabaja normalmente 3 horas de ella (reg. 2). 8 horas de cada 24 son 48 por semana, porque el día de descanso semanal no se cuenta.',
      minors: 'Los trabajadores menores de 18 años tienen otros límites (reg. 5A, 6A).',
    },
  },
  'us-flsa': {
    name: 'Estados Unidos: Fair Labor Standards Act',
    sources: { overtime: 'pago por 1,5 a partir de 40 horas por semana' },
    notes: {
      states:
        'La ley federal no limita las horas de los adultos ni su descanso, y no exige pausas. Los estados tienen sus propias reglas: hay un paquete de California.',
    },
  },
  'us-ca': {
    name: 'California: Labor Code',
    sources: {
      breaksByHour: 'una comida de 30 minutos antes del fin de la hora 5 y otra antes del fin de la hora 10',
      overtime: 'pago por 1,5 a partir de 8 horas al día, de 40 por semana y en el séptimo día',
      minWeeklyRestHours: 'un día de descanso en cada semana laboral de siete días',
    },
    notes: {
      doublePay:
        'Se debe pago doble a partir de 12 horas al día, y de 8 en el séptimo día de una semana laboral (§ 510(a)).',
      rests:
        'Los descansos pagados de 10 minutos por cada 4 horas (Wage Order 4-2001, sección 12: 8 CCR § 11040(12)) no están en el plan. Son el 4 % de las horas trabajadas, y la asistencia aprendida del pasado los incluye.',
      waivers:
        'Se puede renunciar a las comidas de común acuerdo: a la primera hasta 6 horas, a la segunda hasta 12 (§ 512(a)). El día de descanso no se debe en semanas de 30 horas como máximo, ni cuando ningún día pasa de 6 (§ 556).',
    },
  },
  'us-minors-14-15': {
    name: 'Estados Unidos: menores de 14 y 15 años',
    sources: {
      minor:
        'de 7:00 a 19:00, y hasta las 21:00 del 1 de junio al Día del Trabajo (Labor Day); 3 horas en un día de clase y 18 en una semana de clase; si no, 8 y 40',
    },
    notes: {
      schoolHours:
        'El trabajo tiene que ser fuera del horario escolar: indique ese horario como horas sin disponibilidad.',
      schoolBreaks:
        'Indique las fechas sin clases. En todas las demás, los días de clase de arriba son días con clases.',
      states: 'Los estados pueden permitir menos.',
    },
  },
  'ca-on-esa': {
    name: 'Canadá, Ontario: Employment Standards Act',
    sources: {
      maxHoursPerDay: '8 horas al día',
      maxHoursPerWeek: '48 horas por semana',
      minRestHours: '11 horas seguidas sin trabajo cada día',
      maxDaySpanHours: '24 horas menos 11 sin trabajo dejan 13',
      minWeeklyRestHours: '24 horas seguidas sin trabajo cada semana',
      unbrokenWork: 'no más de 5 horas seguidas sin una comida de 30 minutos',
      overtime: 'pago por 1,5 a partir de 44 horas por semana',
    },
    notes: {
      longerDay:
        'Si la jornada habitual dura más de 8 horas, su duración es el límite. Se puede acordar más por escrito (s. 17).',
      alternatives:
        'En lugar de 24 horas por semana se permiten 48 en dos semanas (s. 18(4)). De común acuerdo, la comida se puede tomar en dos partes (s. 20(2)).',
      notChecked:
        'No se comprueba: 8 horas entre dos turnos que juntos duran más de 13 horas, salvo acuerdo (s. 18(3)). Se comprueba un descanso más largo.',
    },
  },
}
