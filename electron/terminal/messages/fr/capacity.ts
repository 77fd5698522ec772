import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { capacityCommand as english } from '../en/capacity.ts'

/** `covercast capacity`. */
export const capacityCommand: Translation<typeof english> = {
  description:
    'Les mois à venir : visiteurs, couverture avec un planning, agents nécessaires, et ce que changent la croissance, les départs et les recrutements.',
  months: 'nombre de mois après le mois en cours : 3, 6 ou 12',
  plan: 'un fichier de planning, ou l’ID ou le nom d’un planning enregistré (par défaut : le planning en vigueur, sinon la semaine type)',
  growth: 'croissance des visiteurs en pourcentage par mois, par exemple 1.5 ou -2',
  hires:
    'personnes recrutées : 2@2027-02-01, avec les jours, les heures et la montée en compétence comme pour predict --hire : 2@2027-02-01:Mo-Fr,09:00-17:00,ramp=50,75,90,100 (répétable)',
  attrition: 'pourcentage des agents du planning qui partent chaque mois',
  target: 'couverture à atteindre, en pourcentage (par défaut : l’objectif de l’espace de travail)',
  costPerHour: 'coût d’une heure d’agent',
  value: 'valeur d’un visiteur pris en charge',
  monthsProblem: '« {value} » mois ne peuvent pas être demandés.',
  monthsForm: 'Indiquez 3, 6 ou 12.',
  percentProblem: '« {value} » n’est pas un pourcentage mensuel qui peut être supposé.',
  percentForm: 'Indiquez un nombre de {least} à {most}, par exemple 1.5.',
  moneyForm: 'Indiquez un nombre de 0 à {most}, par exemple 18.50.',
  hiresForm:
    'Indiquez combien et à partir de quand, par exemple 2@2027-02-01, ou avec des jours et des heures 2@2027-02-01:Mo-Fr,09:00-17:30.',
  pdf: 'écrire aussi le dossier de recrutement d’une page dans ce fichier PDF',
  paper: 'format de papier du PDF',
  // The answer.
  recent: '{dates} : couverture {rate} de {visitors}, {missed} manqués.',
  total:
    'Ces mois : couverture {rate} de {visitors} : {covered} pris en charge, {missed} manqués. L’objectif est {target}.',
  lost: 'Les visiteurs manqués valent {money}.',
  cost: 'Les heures payées coûtent {money}.',
  hired:
    '{count, plural, one {# recrutement prend en charge} other {# recrutements prennent en charge}} {gained} de plus.',
  hiredMoney: 'Cela vaut {worth} et coûte {cost}.',
  hiredBefore: 'À partir du {date} et jusqu’à ces mois, ils prennent en charge {gained} de plus.',
  pays: 'Le premier mois qui rapporte autant qu’il coûte est {month}.',
  paysNever: 'Aucun mois ne rapporte autant qu’il coûte.',
  paidBack: 'Tout ce qu’ils coûtent est amorti en {month}.',
  paidBackNever: 'Ce qu’ils coûtent n’est pas amorti pendant ces mois.',
  month: 'Mois',
  visitors: 'Visiteurs',
  coverage: 'Couverture',
  range: 'Plage à 80 %',
  missed: 'Manqués',
  gained: 'Par recrutements',
  hours: 'Heures',
  agents: 'Agents',
  needed: 'Nécessaires',
  lostColumn: 'Perdu',
  costColumn: 'Coût',
  fromTo: '{from}-{to}',
  sources: 'D’où viennent les chiffres :',
  source: '- {text}',
}
