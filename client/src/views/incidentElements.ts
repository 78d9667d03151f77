import type {
  IncidentCauseItem,
  IncidentFact,
  IncidentFileItem,
  IncidentResult,
  IncidentTask,
} from '../../../server/src/protocol';

/** An element of the view "Incident": plain data, from which its item is made when it is shown. */
export type IncidentElement =
  | SectionElement
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'task'; readonly task: IncidentTask }
  | { readonly kind: 'file'; readonly file: IncidentFileItem }
  | { readonly kind: 'cause'; readonly cause: IncidentCauseItem }
  | FactElement;

/** A sentence about a file or a cause. */
export interface FactElement {
  readonly kind: 'fact';
  readonly fact: IncidentFact;
  /** Of a cause: whether it speaks for it or against it. */
  readonly speaks?: 'for' | 'against';
}

/** What there is to see, in the order in which it is needed. */
export type SectionId = 'notice' | 'files' | 'causes' | 'tasks' | 'problems';

export interface SectionElement {
  readonly kind: 'section';
  readonly id: SectionId;
  readonly children: readonly IncidentElement[];
}

/** The sections of an incident; those with nothing in them are left out. */
export function sectionsOf({ notice, measures, tasks, files, causes, problems }: IncidentResult): SectionElement[] {
  const children: Readonly<Record<SectionId, readonly IncidentElement[]>> = {
    notice: sentences([...(notice ?? []), ...measures]),
    files: files.map((file) => ({ kind: 'file', file })),
    causes: causes.map((cause) => ({ kind: 'cause', cause })),
    tasks: tasks.map((task) => ({ kind: 'task', task })),
    problems: sentences(problems.map(({ name, message }) => `${name}: ${message}`)),
  };
  return (Object.keys(children) as SectionId[])
    .map((id): SectionElement => ({ kind: 'section', id, children: children[id] }))
    .filter((section) => section.children.length > 0);
}

function sentences(texts: readonly string[]): IncidentElement[] {
  return texts.map((text) => ({ kind: 'sentence', text }));
}

/** What is below an element. */
export function incidentChildren(element: IncidentElement): readonly IncidentElement[] {
  switch (element.kind) {
    case 'section':
      return element.children;
    case 'file':
      return element.file.facts.map((fact) => ({ kind: 'fact', fact }));
    case 'cause':
      return element.cause.evidence.map(({ speaks, ...fact }) => ({ kind: 'fact', fact, speaks }));
    case 'sentence':
    case 'task':
    case 'fact':
      return [];
  }
}
