import { kind, type Component } from './body.ts';
import { limits } from './limits.ts';
import type { Fault, Path } from './refusal.ts';

export interface Placed {
  component: Component;
  path: Path;
}

/** Every component with its path. Nested ones follow the component that holds them. */
export function* allComponents(components: readonly Component[], path: Path): Iterable<Placed> {
  for (const [index, component] of components.entries()) yield* withNested(component, [...path, index]);
}

function* withNested(component: Component, path: Path): Iterable<Placed> {
  yield { component, path };
  yield* allComponents(component.components ?? [], [...path, 'components']);
  if (component.accessory) yield* withNested(component.accessory, [...path, 'accessory']);
  if (component.component) yield* withNested(component.component, [...path, 'component']);
}

/** Checks all components of a message or modal together: their number, their ids, their text. */
export function* commonFaults(components: readonly Component[], path: Path): Iterable<Fault> {
  const all = [...allComponents(components, path)];
  const { total, text } = limits.components;
  if (all.length > total) {
    yield {
      path,
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: `The total number of components exceeded the maximum (${total})`,
      rule: `A message has at most ${total} components, nested ones counted; these are ${all.length}`,
    };
  }
  const length = all.reduce((sum, { component }) => sum + textLength(component), 0);
  if (length > text) {
    yield {
      path,
      code: 'COMPONENT_MAX_TOTAL_TEXT_EXCEEDED',
      message: `The total length of displayable text exceeded the maximum (${text})`,
      rule: `The Text Displays of a message have at most ${text} characters together; these have ${length}`,
    };
  }
  yield* duplicates(all, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED');
  yield* duplicates(all, 'id', 'COMPONENT_ID_DUPLICATED');
}

const textLength = (component: Component): number =>
  component.type === kind.text ? (component.content?.length ?? 0) : 0;

function* duplicates(all: readonly Placed[], field: 'custom_id' | 'id', code: string): Iterable<Fault> {
  const seen = new Set<string | number>();
  for (const { component, path } of all) {
    const id = component[field];
    // An id of 0 lets Discord choose one.
    if (id === undefined || id === null || id === 0) continue;
    if (seen.has(id)) {
      yield {
        path: [...path, field],
        code,
        message: `Component ${field.replace('_', ' ')} cannot be duplicated`,
        rule: `A ${field} stands once in a message; twice: ${id}`,
      };
    }
    seen.add(id);
  }
}
