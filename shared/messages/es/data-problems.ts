import type { Translation } from '../../language/catalogue.ts'
import type { dataProblems as english } from '../en/data-problems.ts'

/** What in a data source cannot be true or could not be used, and what it means for the figures. */
export const dataProblems: Translation<typeof english> = {
  'session-ends-before-start':
    '{count, plural, one {# sesión no termina después de empezar. No se cuenta.} other {# sesiones no terminan después de empezar. No se cuentan.}}',
  'session-starts-in-future':
    '{count, plural, one {# sesión empieza en el futuro. No se cuenta.} other {# sesiones empiezan en el futuro. No se cuentan.}}',
  'session-probably-forgotten':
    '{count, plural, one {# sesión dura más de 16 horas y es probable que no se cerrara. Su tiempo cuenta tal como está registrado.} other {# sesiones duran más de 16 horas y es probable que no se cerraran. Su tiempo cuenta tal como está registrado.}}',
  'session-left-open':
    '{count, plural, one {# sesión no se cerró. Cuenta} other {# sesiones no se cerraron. Cada una cuenta}} hasta la siguiente sesión de su agente o hasta que se vio al agente por última vez, y como máximo 16 horas si nada lo indica.',
  'sessions-overlap':
    '{count, plural, one {# sesión se solapa con otra anterior del mismo agente. Ambas cuentan tal como están registradas.} other {# sesiones se solapan con otra anterior del mismo agente. Todas cuentan tal como están registradas.}}',
  'pageview-in-future':
    '{count, plural, one {# visita está en el futuro. No se cuenta.} other {# visitas están en el futuro. No se cuentan.}}',
  'covered-outside-sessions':
    'El {share} de las visitas atendidas queda fuera de cualquier sesión de un agente que atiende su grupo.',
  'country-column-missing': 'Las visitas no tienen país: el filtro por país está desactivado.',
  'organizations-missing': 'Las organizaciones no tienen nombre ni regla de países: su tabla falta o no se puede leer.',
  'country-rule-missing':
    'Las organizaciones no tienen regla de países: su columna falta, no se puede leer o no es una lista de textos.',
  'pools-missing': 'Los grupos no tienen nombre: su tabla falta o no se puede leer.',
  'pools-repeated':
    '{count, plural, one {# grupo está en su tabla más de una vez. Cuenta una de sus filas.} other {# grupos están en su tabla más de una vez. Cuenta una fila de cada uno.}}',
  'agents-repeated':
    '{count, plural, one {# agente está en su tabla más de una vez. Cuenta una de sus filas.} other {# agentes están en su tabla más de una vez. Cuenta una fila de cada uno.}}',
  'catch-all-missing':
    'No se sabe qué grupos reciben todas las visitas, así que ninguno lo hace: la columna falta, no se puede leer o no es un booleano.',
  'agents-missing': 'Los agentes no tienen nombre: su tabla falta o no se puede leer.',
  'membership-missing':
    'No se sabe qué agentes atienden cada grupo, así que todos los agentes cuentan para todos los grupos.',
  'calls-missing':
    'No se conocen las llamadas: su tabla falta o no se puede leer. Donde hay pocos datos para ajustar el modelo de cobertura, las recomendaciones usan valores típicos.',
  'call-lengths-missing':
    'No se conoce la duración de las llamadas: la columna falta, no se puede leer o no es un número. Donde hay pocos datos para ajustar el modelo de cobertura, las recomendaciones usan valores típicos.',
  'calls-unread': 'No se pudieron leer las llamadas: {reason}',
  'calls-slow':
    'El recuento de las llamadas tardó demasiado y se detuvo. Se intentará de nuevo con la próxima comparación diaria. Un índice sobre su organización y su hora ayudaría.',
  'presence-unread':
    'No se pudo leer por completo qué hicieron los agentes mientras estaban en línea. La próxima sincronización lo continúa. {reason}',
  'page-rules-off': 'Las visitas no se dividen por páginas.',
  'page-column-missing':
    'Las reglas de páginas están desactivadas: la tabla de visitas no tiene la columna {reason}. Elija la columna que contiene la dirección de la página.',
  'page-not-granted':
    'Las reglas de páginas están desactivadas: la columna {reason} no se puede leer. Un administrador puede permitirlo con una línea del script para el rol.',
  'page-pattern-invalid':
    'Las reglas de páginas están desactivadas: Postgres no puede leer la expresión regular de la clase {reason}. Cámbiela.',
  'page-pattern-slow':
    'Las reglas de páginas están desactivadas: la expresión regular de la clase {reason} tardó demasiado y se detuvo. Cámbiela o use otro tipo de regla.',
  'source-changed':
    'Este espacio de trabajo cuenta ahora desde otra base de datos, organización o tablas. {count, plural, one {Se eliminó # día que tenía de antes.} other {Se eliminaron # días que tenía de antes.}}',
}
