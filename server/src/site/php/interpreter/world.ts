import type { ClassConstant, FunctionNode, Name } from '../ast';
import type { Value } from '../value';

/** What code that is interpreted may see of the file around it. */
export interface World {
  /** What a variable holds where the code begins; `undefined` when that is not known. */
  readonly variable: (name: string) => Value | undefined;
  /** What a variable of the file itself holds; `undefined` when that is not known. */
  readonly fileVariable: (name: string) => Value | undefined;
  readonly constant: (node: Name | ClassConstant) => Value;
  /** A function of the file, by lower-case name. */
  readonly function: (name: string) => FunctionNode | undefined;
  /** Counts work; gives `false` when there is none left. */
  readonly spend: (steps: number) => boolean;
}
