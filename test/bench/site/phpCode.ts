import type { SeededRandom } from '../../support/random';

const WORDS = [
  'post',
  'term',
  'user',
  'menu',
  'block',
  'query',
  'theme',
  'widget',
  'comment',
  'option',
  'meta',
  'cache',
];
const VERBS = ['get', 'set', 'update', 'delete', 'register', 'render', 'prepare', 'sanitize', 'filter', 'find', 'has'];
const NOUNS = ['item', 'name', 'value', 'status', 'title', 'link', 'count', 'parent', 'label', 'field', 'list', 'page'];
const TYPES = ['string', 'int', 'array', 'bool', 'object', 'int|string', 'string[]', 'null'];
const SENTENCES = [
  'Retrieves what is stored for the given identifier, or the default when there is nothing.',
  'Runs before the list is printed, so that other parts of the site can change it.',
  'Accepts an array of arguments; unknown ones are left alone.',
  'The result is kept for the rest of the request, because this is called for each entry of a page.',
  'Names are compared without regard to case, as the database does.',
];

/**
 * Makes PHP code as content management systems have it: classes and functions under long comments, hooks, arrays of settings,
 * queries, templates that mix HTML and code. The same random numbers make the same code.
 * @param length about how many characters; no piece of code is cut, so that it becomes some more
 */
export function phpCode(random: SeededRandom, length: number): string {
  const isTemplate = random.next() < 0.15;
  const parts = isTemplate ? [] : [`<?php\n${comment(random, '')}`];
  let written = 0;
  while (written < length) {
    const part = isTemplate ? template(random) : random.pick(TOP_LEVEL)(random, length - written);
    parts.push(part);
    written += part.length + 1;
  }
  return `${parts.join('\n')}\n`;
}

type Part = (random: SeededRandom, room: number) => string;

const TOP_LEVEL: readonly Part[] = [
  (random) => declaredFunction(random, ''),
  (random) => declaredFunction(random, ''),
  classOf,
  settings,
  (random) =>
    `add_${random.pick(['action', 'filter'])}( '${name(random)}', '${name(random)}', ${random.integer(1, 99)} );`,
  (random) => `require_once ABSPATH . 'wp-includes/${name(random).replaceAll('_', '-')}.php';`,
];

function classOf(random: SeededRandom, room: number): string {
  const members = Array.from({ length: Math.min(20, 1 + Math.floor(room / 1500)) }, () =>
    declaredFunction(random, '\t', random.pick(['public ', 'protected ', 'public static '])),
  );
  const head = `class ${name(random, '_').replaceAll(/\b\w/g, (letter) => letter.toUpperCase())}_${random.integer(1, 9999)}`;
  const fields = `\tprotected $${random.pick(NOUNS)} = array();\n\tconst VERSION = '${random.integer(1, 9)}.${random.integer(0, 9)}';`;
  return `${comment(random, '')}${head} {\n${fields}\n\n${members.join('\n\n')}\n}`;
}

function declaredFunction(random: SeededRandom, indent: string, modifiers = ''): string {
  const inner = `${indent}\t`;
  const [first, second] = [random.pick(NOUNS), random.pick(WORDS)];
  const statements = Array.from(
    { length: random.integer(2, 14) },
    () => inner + random.pick(STATEMENTS)(random, first, second),
  );
  const head = `${modifiers}function ${name(random)}_${random.integer(1, 99_999)}( $${first}, $${second} = array() ) {`;
  return `${comment(random, indent)}${indent}${head}\n${statements.join(`\n`)}\n${inner}return $${first};\n${indent}}`;
}

/** Statements on two variables, each on a line of its own or on some. */
const STATEMENTS: readonly ((random: SeededRandom, a: string, b: string) => string)[] = [
  (random, a, b) => `$${a} = apply_filters( '${name(random)}', $${a}, $${b} );`,
  (random, a, b) =>
    `if ( empty( $${b}['${random.pick(NOUNS)}'] ) || ! is_array( $${a} ) ) {\n\t\treturn ${random.pick(['false', 'null', "''"])};\n\t}`,
  (random, a, b) =>
    `$${a} = ${name(random)}( $${a}, isset( $${b}['${random.pick(NOUNS)}'] ) ? (int) $${b}['${random.pick(NOUNS)}'] : ${random.integer(0, 500)} );`,
  (random, a, b) =>
    `foreach ( (array) $${b} as $key => $${random.pick(WORDS)}_item ) {\n\t\t$${a}[ $key ] = trim( strtolower( $${a}[ $key ] ) ) . '-${random.pick(WORDS)}';\n\t}`,
  (random, a) =>
    `$this->${random.pick(NOUNS)}['${random.pick(WORDS)}'] = sprintf( __( '${random.pick(SENTENCES)}' ), esc_html( $${a} ), number_format_i18n( ${random.integer(1, 9999)} ) );`,
  (random, _, b) =>
    `$${b} = wp_parse_args( $${b}, array(\n\t\t'${random.pick(NOUNS)}' => true,\n\t\t'${random.pick(NOUNS)}' => '${random.pick(WORDS)}',\n\t\t'${random.pick(NOUNS)}' => ${random.integer(1, 50)},\n\t) );`,
  (random, a) =>
    `$${a} = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM {$wpdb->${random.pick(WORDS)}s} WHERE ${random.pick(NOUNS)} = %s LIMIT %d", $${a}, ${random.integer(1, 99)} ) );`,
  (_, a) => `$${a} = preg_replace( '/[^a-z0-9_\\-]+/i', '', (string) $${a} );`,
  (random, a, b) =>
    `switch ( $${a} ) {\n\t\tcase '${random.pick(WORDS)}':\n\t\t\t$${b}[] = ${name(random)}( $${a} );\n\t\t\tbreak;\n\t\tdefault:\n\t\t\t$${b} = null;\n\t}`,
  (random, a, b) =>
    `// ${random.pick(SENTENCES)}\n\t$${a} .= '<a href="' . esc_url( admin_url( '${name(random)}.php?page=' . $${b} ) ) . '" class="${random.pick(WORDS)}">' . esc_html( $${a} ) . '</a>';`,
];

/** A long array, as translations, icons and settings are kept in. */
function settings(random: SeededRandom, room: number): string {
  const rows = Array.from({ length: Math.min(400, random.integer(3, 12 + Math.floor(room / 400))) }, () => {
    const value = random.pick([
      `'${random.pick(SENTENCES)}'`,
      `${random.integer(0, 65_535)}`,
      `array( '${random.pick(NOUNS)}', ${random.integer(0, 9)}, true )`,
    ]);
    return `\t'${name(random)}' => ${value},`;
  });
  return `$${name(random)} = array(\n${rows.join('\n')}\n);`;
}

function template(random: SeededRandom): string {
  const [list, item] = [name(random), random.pick(NOUNS)];
  return `<div class="${random.pick(WORDS)}-${random.pick(NOUNS)}" id="${list}">
  <?php if ( ${list}() ) : ?>
    <h2><?php esc_html_e( '${random.pick(SENTENCES)}' ); ?></h2>
    <ul>
    <?php foreach ( $${list} as $${item} ) { ?>
      <li><a href="<?php echo esc_url( get_permalink( $${item} ) ); ?>"><?php echo esc_html( $${item}->title ); ?></a></li>
    <?php } ?>
    </ul>
    <form method="get" action="<?php echo esc_url( home_url( '/' ) ); ?>"><input type="search" name="s" value=""></form>
  <?php endif; ?>
</div>`;
}

function comment(random: SeededRandom, indent: string): string {
  const lines = Array.from({ length: random.integer(1, 4) }, () => random.pick(SENTENCES));
  const parameters = Array.from(
    { length: random.integer(1, 4) },
    () => `@param ${random.pick(TYPES)} $${random.pick(NOUNS)} Optional. ${random.pick(SENTENCES)}`,
  );
  const text = [...lines, '', `@since ${random.integer(1, 6)}.${random.integer(0, 9)}.0`, '', ...parameters];
  return `${indent}/**\n${text.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

function name(random: SeededRandom, separator = '_'): string {
  return [random.pick(VERBS), random.pick(WORDS), random.pick(NOUNS)].join(separator);
}
