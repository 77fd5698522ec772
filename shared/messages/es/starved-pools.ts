import type { Translation } from '../../language/catalogue.ts'
import type { starvedPools as english } from '../en/starved-pools.ts'

/** Pools that look uncovered because the visits that their agents take are recorded under other pools. */
export const starvedPools: Translation<typeof english> = {
  shows: '{pool} muestra una cobertura de {rate}, aunque sus agentes están en línea en el {share} de sus visitas.',
  showsWithoutPool:
    'Las visitas sin grupo muestran una cobertura de {rate}, aunque hay agentes en línea en el {share} de ellas.',
  showsInPart:
    '{pool} muestra una cobertura de {rate} y, mientras sus agentes están en línea, se registran en él menos visitas del total.',
  showsWithoutPoolInPart:
    'Las visitas sin grupo muestran una cobertura de {rate} y, mientras hay agentes en línea, se registran sin grupo menos visitas del total.',
  recordedUnder: 'Las visitas que atienden sus agentes parecen registrarse en {pools}.',
  partlyRecordedUnder: 'Algunas visitas que atienden sus agentes parecen registrarse en {pools}.',
  recordedNowhere:
    'Ningún otro grupo muestra visitas que atiendan sus agentes. No se recomienda dotación: compruebe qué grupo registra su sitio web cuando un agente atiende una visita.',
  asOne: 'Las predicciones, las recomendaciones y Comparar tratan estos grupos como uno solo.',
  noPool: 'sin grupo',
}
