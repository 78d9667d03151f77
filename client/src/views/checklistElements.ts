import type {
  IncidentCauseItem,
  IncidentEventItem,
  IncidentFact,
  IncidentResult,
  IncidentTask,
  Task,
} from '../../../server/src/protocol';
import { taskCommand, type TaskCommand } from './taskCommands';

/** An element of the checklist: plain data, from which its item is made when it is shown. */
export type ChecklistElement =
  | SectionElement
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'task'; readonly task: IncidentTask }
  | { readonly kind: 'do'; readonly command: TaskCommand }
  | { readonly kind: 'guide'; readonly task: Task }
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'cause'; readonly cause: IncidentCauseItem }
  | { readonly kind: 'event'; readonly event: IncidentEventItem }
  | FactElement;

/** A sentence about a task or a cause. */
export interface FactElement {
  readonly kind: 'fact';
  readonly fact: IncidentFact;
  /** Of a cause: whether it speaks for it or against it. */
  readonly speaks?: 'for' | 'against';
}

/**
 * What there is to see, in the order in which it is needed: tasks that the host asks for, and those that are wise besides; all of them
 * as `tasks` where the host asks for none.
 */
export type SectionId = 'asked' | 'wise' | 'tasks' | 'notice' | 'causes' | 'mails' | 'events' | 'problems';

export interface SectionElement {
  readonly kind: 'section';
  readonly id: SectionId;
  readonly children: readonly ChecklistElement[];
}

/** The sections of an incident; those with nothing in them are left out. */
export function sectionsOf(result: IncidentResult): SectionElement[] {
  const { notice, measures, tasks, causes, mails, events, problems } = result;
  const asked = tasks.filter(({ isAsked }) => isAsked);
  const others = tasks.filter(({ isAsked }) => !isAsked);
  const children: Readonly<Record<SectionId, readonly ChecklistElement[]>> = {
    asked: taskElements(asked),
    wise: asked.length > 0 ? taskElements(others) : [],
    tasks: asked.length > 0 ? [] : taskElements(others),
    notice: sentences([...(notice ?? []), ...measures]),
    causes: causes.map((cause) => ({ kind: 'cause', cause })),
    mails: sentences(mails ?? []),
    events: events.map((event) => ({ kind: 'event', event })),
    problems: sentences(problems.map(({ name, message }) => `${name}: ${message}`)),
  };
  return (Object.keys(children) as SectionId[])
    .map((id): SectionElement => ({ kind: 'section', id, children: children[id] }))
    .filter((section) => section.children.length > 0);
}

function taskElements(tasks: readonly IncidentTask[]): ChecklistElement[] {
  return tasks.map((task) => ({ kind: 'task', task }));
}

function sentences(texts: readonly string[]): ChecklistElement[] {
  return texts.map((text) => ({ kind: 'sentence', text }));
}

/** What is below an element. */
export function checklistChildren(element: ChecklistElement): readonly ChecklistElement[] {
  switch (element.kind) {
    case 'section':
      return element.children;
    case 'task': {
      const { id, facts, help, page } = element.task;
      const command = taskCommand(id);
      return [
        ...(command === undefined ? [] : [{ kind: 'do', command } as const]),
        ...(help.length > 0 ? [{ kind: 'guide', task: id } as const] : []),
        ...facts.map((fact) => ({ kind: 'fact', fact }) as const),
        ...(page === undefined ? [] : [{ kind: 'page', page } as const]),
      ];
    }
    case 'cause':
      return [
        ...element.cause.evidence.map(({ speaks, ...fact }) => ({ kind: 'fact', fact, speaks }) as const),
        ...element.cause.missing.map((text) => ({ kind: 'missing', text }) as const),
      ];
    case 'sentence':
    case 'do':
    case 'guide':
    case 'missing':
    case 'page':
    case 'event':
    case 'fact':
      return [];
  }
}
