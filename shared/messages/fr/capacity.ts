import type { Translation } from '../../language/catalogue.ts'
import type { capacity as english } from '../en/capacity.ts'

/** What the figures of the months to come are based on, on screen, on paper and in the terminal. */
export const capacity: Translation<typeof english> = {
  moreHires: '{count, plural, one {# groupe de plus} other {# groupes de plus}}',
  sources: {
    recent: 'Quatre dernières semaines : comptées du {dates}, selon la même règle que l’écran Couverture.',
    recentPartly:
      'Quatre dernières semaines : comptées du {dates}, selon la même règle que l’écran Couverture. Seul le temps synchronisé compte : {share}.',
    forecast:
      'Visiteurs : la prévision d’une semaine habituelle et des semaines de fêtes de chaque mois, à partir des données synchronisées. Aucune tendance n’est extrapolée. Il n’y a pas de saisonnalité : l’année dernière n’est pas connue, ou n’a pas aidé.',
    forecastWithSeason:
      'Visiteurs : la prévision d’une semaine habituelle et des semaines de fêtes de chaque mois, à partir des données synchronisées, à la saisonnalité de l’année dernière là où elle a aidé. Aucune tendance n’est extrapolée.',
    growth: 'Croissance : {percent} par mois sur la prévision, selon votre saisie.',
    planGiven: 'Heures planifiées : postes du planning {plan} sans les pauses, comme s’il se poursuivait.',
    planLive:
      'Heures planifiées : postes de {plan}, le planning en vigueur, sans les pauses, comme s’il se poursuivait.',
    planTypical: 'Heures planifiées : postes de la semaine type, apprise des sessions des dernières semaines.',
    attrition:
      'Départs : {percent} des agents du planning partent chaque mois, selon votre saisie. Personne ne les remplace.',
    hires: 'Recrutements : {hires}. Leurs heures comptent selon la montée en compétence ; toutes sont payées.',
    hiresBefore:
      'Recrutements : {hires}. Leurs heures comptent selon la montée en compétence ; toutes sont payées. Ce qu’ils rapportent et coûtent avant le {date}, sur un an au plus, est estimé d’après les semaines prévues pour {month} et compte dans leur amortissement.',
    coverage: 'Couverture : le modèle et l’assiduité apprise de l’historique, comme pour tout planning.',
    range:
      'Plage à 80 % : celle d’une semaine habituelle du mois. La croissance et les départs sont tenus pour certains.',
    needed:
      'Agents nécessaires : le minimum en ligne à chaque quart d’heure pour une couverture de {target}, comme si les postes pouvaient le suivre exactement, aux heures d’un agent du planning.',
    worth: 'Valeur : {worth} par visiteur, selon votre saisie.',
    cost: 'Coût : {cost} par heure payée, selon votre saisie.',
  },
}
