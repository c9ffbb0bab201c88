/**
 * Writes commands so that they can be pressed: `</done:123>`, with subcommands `</roadmap view:123>`. One that Discord
 * gave no id for is named in plain text.
 * @param ids the commands' ids by name
 */
export function commandMention(ids: ReadonlyMap<string, string>): (command: string) => string {
  return (command) => {
    const id = ids.get(command.split(' ')[0] ?? '');
    return id === undefined ? `\`/${command}\`` : `</${command}:${id}>`;
  };
}
