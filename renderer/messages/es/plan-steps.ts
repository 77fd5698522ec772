import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planSteps as english } from '../en/plan-steps.ts'

/** What was done to a plan, for undo and redo. */
export const planSteps: Translation<typeof english> = {
  shifts: {
    Add: '{count, plural, one {Agregar turno} other {Agregar # turnos}}',
    Delete: '{count, plural, one {Eliminar turno} other {Eliminar # turnos}}',
    Move: '{count, plural, one {Mover turno} other {Mover # turnos}}',
    Resize: '{count, plural, one {Cambiar duración de turno} other {Cambiar duración de # turnos}}',
    Open: '{count, plural, one {Dejar turno sin asignar} other {Dejar # turnos sin asignar}}',
    Assign: '{count, plural, one {Asignar turno} other {Asignar # turnos}}',
    'Set breaks of': '{count, plural, one {Definir pausas de turno} other {Definir pausas de # turnos}}',
    'Add break to': '{count, plural, one {Agregar pausa a turno} other {Agregar pausa a # turnos}}',
    'Move break of': '{count, plural, one {Mover pausa de turno} other {Mover pausa de # turnos}}',
    'Note on': '{count, plural, one {Nota en turno} other {Nota en # turnos}}',
    Change: '{count, plural, one {Cambiar turno} other {Cambiar # turnos}}',
    Reshape: '{count, plural, one {Usar plantilla en turno} other {Usar plantilla en # turnos}}',
    Paste: '{count, plural, one {Pegar turno} other {Pegar # turnos}}',
    Duplicate: '{count, plural, one {Duplicar turno} other {Duplicar # turnos}}',
    Split: '{count, plural, one {Dividir turno} other {Dividir # turnos}}',
  },
  /** From a template that has a name. */
  named: '{step}: {name}',
  whole: {
    'Copy day': 'Copiar día',
    'Copy week': 'Copiar semana',
    'Cover for absent agent': 'Cubrir a un agente ausente',
    'Import roster': 'Importar cuadro de turnos',
    'Rename plan': 'Cambiar el nombre del plan',
    'Change time zone': 'Cambiar la zona horaria',
    'Change pool': 'Cambiar el grupo',
    'Add assumption': 'Agregar supuesto',
    'Change assumption': 'Cambiar supuesto',
    'Remove assumption': 'Quitar supuesto',
    'Reset week to rotation': 'Restablecer la rotación en la semana',
    'Continue rotation': 'Continuar la rotación',
    'Change rotation': 'Cambiar la rotación',
  },
  copyDays: '{count, plural, one {Copiar día} other {Copiar # días}}',
  copyWeeks: '{count, plural, one {Copiar semana} other {Copiar semana a # semanas}}',
  take: '{count, plural, one {Aplicar # cambio sugerido} other {Aplicar # cambios sugeridos}}',
}
