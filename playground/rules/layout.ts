import { addressFault } from './addresses.ts';
import { flag, kind, type Component } from './body.ts';
import { buttonFaults } from './buttons.ts';
import { allComponents, commonFaults } from './components.ts';
import { componentMedia } from './files.ts';
import { limits } from './limits.ts';
import type { Fault, Path } from './refusal.ts';
import { isComponentsV2, type MessageWrite } from './request.ts';
import { selectFaults } from './selects.ts';

/** Checks a message's components: which are allowed with and without Components V2, rows, and the required parts. */
export function* layoutFaults(write: MessageWrite): Iterable<Fault> {
  const components = write.body.components ?? [];
  const path = [...write.path, 'components'];
  const isV2 = isComponentsV2(write);
  if (isV2 === false) yield* classicFaults(components, path);
  yield* commonFaults(components, path);
  for (const { component, path: place } of allComponents(components, path)) {
    if (component.type === kind.row) yield* rowFaults(component, place);
    if (component.type === kind.button) yield* buttonFaults(component, place);
    if (component.type === kind.text && (component.content ?? '').trim() === '') yield blankText(place);
    yield* selectFaults(component, place);
    yield* mediaFaults(component, place);
  }
}

function* classicFaults(components: readonly Component[], path: Path): Iterable<Fault> {
  if (components.length > limits.message.rows) {
    yield {
      path,
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `Must be ${limits.message.rows} or fewer in length.`,
      rule: `Without Components V2 a message has at most ${limits.message.rows} rows`,
    };
  }
  for (const [index, { type }] of components.entries()) {
    if (type === kind.row) continue;
    yield {
      path: [...path, index, 'type'],
      code: 'UNION_TYPE_CHOICES',
      message: 'Value of field "type" must be one of (1,).',
      rule: `A component of type ${type} needs the message flag IS_COMPONENTS_V2 (${flag.componentsV2})`,
    };
  }
}

/** A row has room for five buttons. A select takes the whole row. */
function* rowFaults({ components }: Component, path: Path): Iterable<Fault> {
  const width = (components ?? []).reduce(
    (sum, { type }) => sum + (type === kind.button ? 1 : limits.button.inRow),
    0,
  );
  if (width <= limits.button.inRow) return;
  yield {
    path: [...path, 'components'],
    code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    message: 'The specified component exceeds the maximum width',
    rule: `A row holds at most ${limits.button.inRow} buttons or one select`,
  };
}

const blankText = (path: Path): Fault => ({
  path: [...path, 'content'],
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
  rule: 'A Text Display says something',
});

function* mediaFaults(component: Component, path: Path): Iterable<Fault> {
  for (const { url, place } of componentMedia(component, path)) {
    const isFile = component.type === kind.file;
    const schemes = isFile ? ['attachment'] : ['http', 'https', 'attachment'];
    const fault = addressFault(url, place, schemes, isFile ? 'A File component' : 'A picture');
    if (fault !== null) yield fault;
  }
}
