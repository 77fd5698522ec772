import type { Translation } from '../../../shared/language/catalogue.ts'
import type { welcome as english } from '../en/welcome.ts'

/** The first screen of all. */
export const welcome: Translation<typeof english> = {
  title: 'Voyez quand des visiteurs restent sans réponse',
  intro:
    'Covercast compte combien de vos visiteurs ont trouvé un agent disponible, heure par heure, et montre quand les autres ont été manqués.',
  connectTitle: 'Connecter votre base de données Postgres',
  connectText:
    'Covercast lit seulement. Il compte les visites et les sessions d’agents dans votre base de données et garde les chiffres sur cet ordinateur.',
  connect: 'Connecter la base',
  demoTitle: 'Découvrir l’entreprise de démonstration',
  demoText: 'Une entreprise fictive avec plusieurs pools, un trafic croissant et un creux à midi.',
  privacy:
    'Rien ne quitte votre ordinateur, sauf si vous configurez une alerte ou un récapitulatif, et alors seulement le texte que vous avez vu, ou si vous recherchez des mises à jour.',
  openDemo: 'Ouvrir la démo',
  openingDemo: 'Ouverture de la démo…',
  cannotOpen: 'L’espace de travail « {name} » ne peut pas être ouvert.',
}
