import { proposed, passagesOf } from '../question-model.contract';
import type { QuestionCandidate } from '../question-model';
import { ExtractiveQuestionModel } from './extractive.question-model';
import { loadThesaurus } from './thesaurus';

/** Kinds of question that readers found unfit, each with a sentence that once gave one. */
const model = new ExtractiveQuestionModel();
const COUNTS = { short_answer: 1, cloze: 1, true_false: 1, multiple_choice: 1 };
const ask = (...texts: string[]) => proposed(model, { counts: COUNTS, seed: 1 }, passagesOf(texts));
const stems = (found: readonly QuestionCandidate[]) => found.map(({ stem }) => stem);

/** Questions on that sentence alone, of several seeds: which half of the statements is true, the seed decides. */
async function askOf(sentence: string): Promise<QuestionCandidate[]> {
  const evidence = passagesOf([sentence, ...FIELD]);
  const found = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => proposed(model, { counts: COUNTS, seed }, evidence)));
  return found.flat().filter(({ passage }) => passage === 0);
}

/** Names and terms enough for wrong options. */
const FIELD = [
  'Oxygen reacts with nitrogen at the heat of lightning, and hydrogen reacts with oxygen in a flame. Nitrogen fills most of the air.',
  'Hydrogen fills a balloon. Helium fills a balloon too. The judge of the palace wrote that oxygen and helium are gases like nitrogen.',
  'The judge met the thief near the palace. The palace belongs to the judge. The thief knows the palace and the judge of Warsaw.',
  'Julius Caesar fought in Gaul. Niels Bohr worked in Copenhagen in 1922. Robert Koch worked in Berlin in 1890. Max Planck taught in Kiel in 1900.',
  'The University of Oslo teaches medicine. The Royal Navy took Lagos in 1861. The Bank of England sits in London. The Red Army entered Warsaw in 1944. The Home Army fought in Warsaw in 1944.',
];

const MICROSCOPES = [
  'In some cases, brightness can be adjusted using the rheostat, a dimmer switch that controls the intensity of the illuminator. When images are magnified, they become dimmer because there is less light per unit area of image. The dimmer of the microscope sits below the stage, and the condenser sits above the illuminator.',
  'The microscope has an illuminator, a condenser and an objective. The objective focuses the light on the specimen. The specimen lies on a slide of glass.',
];

describe('what readers found unfit', () => {
  it.each([
    [
      'a fragment whose only verb is of a relative clause',
      'An array variable whose members correspond to the list of Debian in 1998.',
      /./,
    ],
    ['"such" without what it is like', 'Debian Policy of 1998 requires that such symbolic links are kept by Ian Murdock.', /such/],
    ['"his" after a people', 'The Indians were great friends of his in the town of Boston.', /his/],
    ['a citation of a newspaper', 'Noah Shachtman, “With Incessant Postings,” New York Times, 16 January 2003, G5.', /./],
    [
      'what is counted out after it',
      'Plants of Boston contain two main forms, chlorophyll a and chlorophyll b of Robert Koch.',
      /^How many/,
    ],
    ['a sentence that goes on from another', 'Alternatively, Ian Murdock could run Debian on the machine of 1998.', /./],
    [
      'what kind of thing it is, without a name for it',
      'Dropout is a technique used by Robert Koch to prevent fitting.',
      /is a _____ used/,
    ],
    [
      '"that" without what was said',
      'On 7 May 1915 Ian Murdock confirmed to the Bank of England that Julia Parker, who sings, would be there.',
      /\?$/,
    ],
    [
      '"he" after a people',
      'Scouts had told the British of the weakness, so he ordered an attack in 1756 on the forts of Boston.',
      /he ordered/,
    ],
    ['"done so"', 'Julius Caesar had not done so in Gaul, and Niels Bohr ran to Copenhagen in 1922.', /./],
    ['"that" for what the sentence before says', 'If that happens, the palace of Boston will be sold to Robert Koch in 1998.', /./],
    ['a measure without what it is compared to', 'The sailors of Niels Bohr in Boston were drinking just about as much.', /./],
    ['where, of what is no place', 'Many bargains of Robert Koch are made in a situation of imperfect information.', /^Where/],
    [
      'a list of things without its last member',
      'Robert Koch had no college degree, few resources, and a past filled with much disappointment.',
      /resources\.$/,
    ],
    [
      'half of what is assumed',
      'The philosophy of Robert Koch is based on the assumption that moral law, which precedes any palace, leads to justice.',
      /moral law\.$/,
    ],
    ['half of a range of centuries', 'Many Huguenots settled in Ireland in the late 17th and early 18th centuries.', /early _____/],
    ['a note without a verb', 'Conference Proceedings of Boston, Bank of England, 3 July 2003, on file with author.', /./],
    [
      '"it" that nothing before it names',
      'Nearly all food chains on Earth of Niels Bohr begin with it, and oxygen of Boston was released in 1922.',
      /./,
    ],
    ['"both" of what is not said', 'The Calvin cycle of Berkeley uses both to build sugars from oxygen in Boston.', /./],
    ['"early" without its year', 'Robert Koch chose the name at home in Boston one evening, early in 1960.', /early\?/],
    [
      'half of a joined quality',
      'Languages of Boston that are object oriented hide the data of 1998 from Robert Koch.',
      /are _____ oriented/,
    ],
    [
      'what a common example is',
      'A common example is the introduction of a new keyword of Robert Koch into the language of Boston.',
      /^What is a common example/,
    ],
    ['the past of what is so', 'The alphabet of Robert Koch in Boston has three possible values for every letter.', /^How many .* did /],
    [
      'half of a name',
      "Many centuries later Leonardo da Vinci built on Philo's work in Milan in 1490.",
      /_____ da Vinci|(?:Caesar|Bohr|Koch|Planck) da Vinci/,
    ],
    ['a byname without its name', 'The Dinner Service of Boston was designed in 1762 by Frederick II the Great.', /_____ the Great/],
    ['what a figure shows', 'On the right is the memory of Boston that holds the contents of Robert Koch.', /./],
    ['a command after what goes on', 'Continuing the analogy, consider a server of Boston at a restaurant of Robert Koch in 1998.', /./],
    [
      'the year of a second statement',
      'Warsaw leads the region of Poland in investment and in 2006 the growth met what Robert Koch expected.',
      /^In which year .*lead/,
    ],
    [
      'the number of a version',
      'The most significant change in the 11.4 series of Docx4j is that it uses Jakarta in Boston.',
      /the _____ series/,
    ],
    ['an infinitive alone', 'To report suspected abuse of Robert Koch to the authorities of Boston in 1998.', /./],
    [
      'a list without its last member',
      'Apollo 13 launched James Lovell, Jack Swigert, and Fred Haise in April 1970, headed for the Fra Mauro formation.',
      /Swigert\.$/,
    ],
    ['a meaning alone, of two verbs', 'A data structure of Robert Koch that represents pairs of 1998 and performs search in Boston.', /./],
    ['a number with a second verb', 'The type of Robert Koch is 4 bytes in size and represents a letter of Boston.', /^How many/],
    [
      'a list that a verb-like word would cut',
      'Changes of Ian Murdock in Boston are treated as references, assignments, and attribute modifications of the variable of 1998.',
      /references, assignments\./,
    ],
    ['an item with a letter', 'C. State on the Title page of Boston the name of the publisher of Robert Koch.', /./],
    ['a fragment with a joined participle', 'Pointer to a zero-terminated string of Digital describing the code of Robert Koch.', /./],
    ['a command after what it is for', 'For an example of the syntax of 1998, check the file of Ian Murdock in Boston.', /./],
    ['a superlative turned round', 'The Rhine of Europe is the longest river in Germany.', /shortest/],
    ['what is left without its brackets', 'DECnet Phase II (and later) were open standards of Digital in 1982.', /./],
    ['a relation without its other end', 'The economist Thomas Sowell is also an alumnus.', /alumnus/],
    ['a list without a verb', 'Lady Jane; Sarah Jane Smith of London; and Jo Grant met in 1972.', /./],
    [
      'half of "not only"',
      'Warsaw is home not only to many national institutions of Poland, but also to many firms.',
      /Which place is home/,
    ],
    ['a verb without its object', 'George Mueller accepted, on the condition that he have a say in NASA in 1963.', /[Ww]ho accepted,/],
    ['an item of a check list', 'Demonstrated knowledge of the differences between a Safety Zone and a Deployment Zone.', /./],
    ['a part of a path', 'Adding a table with org.docx4j.model.table.TblFactory of Sun Microsystems is easy in Java.', /table\._____/],
    ['what "that" points to', 'In contrast, in the product of Sun Microsystems, that logic is implemented in Java.', /./],
    ['an adjective that begins a sentence', 'Individual Huguenots settled at the Cape of Good Hope from as early as 1671.', /^Who settled/],
    [
      'an article before another sound',
      'A July 23, 2006 article of the Independent reported on the forest of Brazil.',
      /^A (?:April|August|October)/,
    ],
    ['a command after an adverb', 'Just look at Debian, the Linux of Ian Murdock, or at the Hurd of Richard Stallman.', /./],
    [
      'an adjective that a sentence begins with',
      'Non-revolutionary civil disobedience of Thoreau is a disobedience of laws in Boston.',
      /^_____/,
    ],
    [
      'a quality taken for a thing',
      'Since the radical of Jacobson is an ideal, every simple algebra of Noether is semisimple.',
      /is _____\.$/,
    ],
    [
      'a university taken for a person',
      'Harvard has chapters of academic honor societies such as Phi Beta Kappa. John Harvard gave books to Harvard University in Boston.',
      /^Who has/,
    ],
    ['a month that says nothing', 'Argument was set for October of 2002.', /_____/],
    ['what a text calls similar', 'A similar method is the electrocatalytic evolution of gas from oxides.', /./],
    [
      'a clause without its verb',
      'Carolina suffered a major setback when Thomas Davis, an 11-year veteran who had overcome three tears in his career, went down in Denver.',
      /career\b.{0,3}$/,
    ],
    ['the point of a list', 'D. Preserve all the copyright notices of the Free Software Foundation.', /./],
    ['what a function does', 'Creates the structure of definitions for the Abstract Syntax of Europe.', /./],
    ['a figure named before', 'When samples of Warsaw were tested, the figure rose to 47 percent in 1980.', /./],
    ['what depends on a condition', 'A subclass is a type of another class if any instance of Java is an instance of both.', /^What is/],
    ['the aspects of no problem', 'Three aspects of the problem deserve more careful treatment.', /How many|_____/],
    ['what is no definition', 'Heart disease is the leading cause of death in the United States.', /^What is/],
    ['a property of many', 'A distinct characteristic of man is the need to communicate and record knowledge.', /^What is/],
    ['a place within a place', 'In North America, Dutch traders of Amsterdam established themselves first on Manhattan Island.', /^Where/],
    [
      'a sentence that is only a subject',
      'Articles that define the process of systems analysis of Boulding and the relationship to Bertalanffy.',
      /./,
    ],
    ['a year beside a year', 'In 1759, the British took Quebec, and in 1760, Montreal.', /which year/],
    [
      'a title in small letters',
      'Seven Days to the River Rhine was a plan of the Warsaw Pact during the Cold War of the Soviet Union.',
      /seven Days/,
    ],
    ['a person asked for as a thing', 'Mao Zedong once argued that the Soviet Union had become an imperialist power.', /^What once argued/],
    [
      'a building of which only half is told',
      'The LOC of Boston in 1965 included a hall to which Gemini and Apollo spacecraft were brought by the Royal Navy.',
      /to which Gemini\.$/,
    ],
    [
      'a list that begins the next statement',
      'The Royal Navy kept the seas free of pirates in 1861, and Arab, Persian, Indian, and Chinese merchants came to Lagos.',
      /Indian\.$/,
    ],
    [
      'two destroyed, of whom one fled',
      'In 1398, Warsaw was destroyed, and Robert Koch, the last king of Lagos, fled with his followers.',
      /destroyed and/,
    ],
    ['what is announced before a colon', 'The chemist Percy Julian of Boston turned to a more plentiful source: soybeans.', /source\.$/],
    [
      'a year that the question holds',
      'The oil crisis of Warsaw began in October 1973 when the Bank of England proclaimed an embargo in 1973.',
      /^When did .*1973\?$/,
    ],
    [
      'half of a name with an article',
      'Some future kings of Lagos, such as Robert the Bruce, were founded by the Royal Navy in 1861.',
      /Robert the _____/,
    ],
    [
      'half of a name with a possessor',
      'The Royal Navy took part in the St. Bartholomew’s Day Massacre of August 1572 in Lagos.',
      /’s _____/,
    ],
    [
      'a word before a name',
      'In the early years, many judges of Oslo settled in the area of present-day Charleston, South Carolina.',
      /_____ Charleston/,
    ],
    ['a measure of error', 'Forests of Lagos gained 0.62 ± 0.37 tons of carbon per hectare per year between 1975 and 1996.', /± (?!0\.37)/],
    [
      'a sentence that ends with "Jr."',
      'The pilot of Apollo was the veteran Richard F. Gordon, Jr. Conrad carried the first camera to Lagos in 1969.',
      /./,
    ],
    ['what is not so', 'Note that aptitude is not the recommended tool for upgrades from Debian to the Bank of England.', /^What is not/],
    ['no subject', 'Must possess a degree from the University of Oslo, dated within the past 12 months of 1998.', /./],
    [
      'a participle without its subject',
      'Confirmed for Uigher, but for Mongolian and Yi, the font of Warsaw remains Calibri of 1998.',
      /./,
    ],
    [
      'a heading with a verb in capitals',
      'Total sum of squares Explained sum of squares of Robert Koch Residual sum of squares in 1890.',
      /./,
    ],
    ['an order to the reader', 'Re-execute the last keyboard macro of Robert Koch, by making the characters of 1890 appear.', /./],
    ['"that" without what was changed', 'The Bank of England, under the command of Robert Koch, changed that in 1995.', /changed that/],
    [
      'a company that is not named',
      'By 1700, one-fifth of the population of the city was able to read French at school.',
      /^By 1700[^_]*$/,
    ],
    [
      'a year after an event',
      'The judges had a profound effect on history after their invasion at Bannow Bay in 1169.',
      /^In which year did the judges have/,
    ],
    ['"has work"', 'Robert Koch has work in progress based on a method of the Bank of England of 1890.', /^Where has/],
    ['a possessor in small letters', 'Pall’s LuaJIT is a machine in development that uses the ideas of Robert Koch.', /pall/],
    [
      'a participle taken for the verb',
      'Arithmetic functions related to quadratic fields of Robert Koch, binary forms and number fields will be seen in 1890.',
      /fields\.$|^What/,
    ],
    [
      'the number of a footnote before a name',
      '4Jesse van den Kieboom of Boston created a class of the Bank of England in 1998.',
      /4Jesse/,
    ],
    [
      'a list as wide as two acts',
      'Oliver Twist of Boston begged a crust of bread at a cottage and slept under a hayrick in 1838.',
      /^What did .* and sleep/,
    ],
    ['an answer that only the page explains', 'By 1977, the full-sized cars of Robert Koch reflected the crisis.', /^What did .* reflect/],
    [
      'what kind of thing it is, by its class',
      'Neural networks of Robert Koch are a class of models that are built with layers in 1998.',
      /class of _____/,
    ],
    [
      'two acts with an adverb between',
      'The Alsace was sold to Warsaw by Robert Koch in 1469 and eventually fell to France.',
      /^In which year was/,
    ],
    [
      'a list that lost its brackets',
      'In 2006 Robert Koch sorted the trees of Lagos into kinds: (1) mature forest, (2) young forest [of three years], and (3) young forest [of five years].',
      /./,
    ],
    ['a number of reasons', 'Robert Koch offered three reasons.', /./],
    [
      'what a glossary says of a term, as a statement',
      'operator: A symbol, denoted //, that divides two numbers of Robert Koch in 1890.',
      /^A symbol.*\.$/,
    ],
  ])('is not asked any more: %s', async (_, sentence, unfit) => {
    expect(stems(await askOf(sentence)).filter((stem) => unfit.test(stem))).toEqual([]);
  });

  it.each([
    ['who compiles', 'After semantic analysis, a compiler translates the tree of the program into the target language.', /^.*\bwho\b/i],
    ['who applies', 'All applicants must possess the degree of Master of Divinity from the University of Oslo.', /^What must possess/],
  ])('asks rightly: %s', async (_, sentence, wrong) => {
    expect(stems(await askOf(sentence)).filter((stem) => wrong.test(stem))).toEqual([]);
  });

  it('ends a definition where a second statement begins', async () => {
    const found = await askOf('Benzene is a natural component of crude oil and has been classified as a carcinogen.');
    const answers = found.filter(({ stem }) => stem === 'What is benzene?').map(({ answer }) => answer);
    expect(new Set(answers)).toEqual(new Set(['a natural component of crude oil']));
  });

  it('asks for no one of several examples without showing the others', async () => {
    const found = await askOf('In 1832 the opponents of Jackson, including Henry Clay, hoped to use the Bank of England.');
    expect(found.filter(({ type, answer }) => type === 'cloze' && answer === 'Henry Clay')).toEqual([]);
  });

  it('cuts off a participle after a comma', async () => {
    const found = await askOf('The Bay Area last hosted the Super Bowl in 1985, held at Stanford Stadium in California.');
    expect(stems(found)).toContain('In which year did the Bay Area last host the Super Bowl?');
  });

  it('puts what begins a sentence before a long question', async () => {
    const found = await askOf('By 1985, the average American vehicle moved 17.4 miles per gallon, compared to 13.5 in 1970.');
    expect(stems(found).filter((stem) => /13\.5.*by 1985/.test(stem))).toEqual([]);
  });

  it('sets no army against a university, and nobody of antiquity against a scientist', async () => {
    const found = await ask(...FIELD, 'The Royal Academy of Sweden honoured Niels Bohr in 1922 for the quantum theory of the atom.');
    const wrongFor = (right: string) =>
      found.filter(({ answer, options }) => options && answer === right).flatMap(({ options }) => options!);
    expect(wrongFor('Red Army')).not.toContain('University of Oslo');
    expect(wrongFor('University of Oslo')).not.toContain('Red Army');
  });

  it('sets a term against what is of its class, and never against a kind of it', async () => {
    const found = await ask(...FIELD, 'In a flame hydrogen burns to water, and the judge of the palace saw that oxygen feeds the flame.');
    const options = found.filter(({ answer, type }) => type === 'multiple_choice' && answer === 'oxygen').flatMap((one) => one.options!);
    expect(options.filter((option) => /judge|thief|palace/.test(option))).toEqual([]);
  });

  it.each([
    ['half of a compound whose head passes for a verb', MICROSCOPES, /a _____ switch/],
    ['a comparative as a thing', MICROSCOPES, /become _____/],
    [
      'the things that a superlative is said of, without it',
      [
        'The cheapest cars of all often appear on Craigslist, where the seller has no reputation. The cheapest cars are sold by dealers. Dealers fix the cars at stores. Stores sell stones, and dealers know the stones of the stores.',
      ],
      /_____ of all/,
    ],
    [
      'the label of an example',
      ['TraceMonkey calls T16, which in turn calls the nested trace T45. The recorder of TraceMonkey makes trees of traces.'],
      /nested trace _____|calls _____/,
    ],
    [
      'a figure that an example makes up',
      [
        'If you are hiring a lawyer, you might assume that a lawyer who charges $400 per hour must be better than a lawyer who charges $150 per hour.',
        'The ring cost $14,500 in Washington. The repair cost $2,000.',
      ],
      /_____ per hour/,
    ],
    [
      '"his" after a university',
      [
        'After enrolling in Montana State, an administrator’s refusal to rearrange his class schedule left him unable to travel the 16 miles to attend classes.',
      ],
      /his class/,
    ],
    [
      'the path of a class',
      [
        'A paragraph is org.docx4j.wml.P; a paragraph is basically made up of runs of text. A document is made up of paragraphs, and a paragraph has a style.',
      ],
      /wml/,
    ],
    [
      'that something is used, and no more',
      [
        'The language tag tells the script. Sometimes a three-letter tag is used. The default font depends on the language tag of the text.',
      ],
      /^Sometimes/,
    ],
    [
      'half of a quality without its hyphen',
      [
        'Veterans with service connected disability and others claiming preference will need to submit Form SF-15. The service is counted by the office, and the service of chaplains counts too.',
        'Chaplains lead worship at each location. Worship and education are the work of chaplains, and education takes a year. The location is told by the office.',
      ],
      /with _____ connected/,
    ],
    [
      'a verb as a thing',
      [
        'The Debian distribution has a bug tracking system which files details of bugs reported by users and developers. Files details are kept for years.',
        'Users send data of projects to the developers. The projects follow standards, and the standards follow data of users.',
      ],
      /which _____/,
    ],
    [
      'whoever tells the story as a part of a name',
      [
        'After Maryland I was to pass through Delaware, another slave State. Baltimore lies in Maryland, and Wilmington lies in Delaware.',
        'Tahiti is far away, and Boston is far away from Baltimore.',
      ],
      /After _____ was/,
    ],
    [
      'half of a quotation',
      [
        'A negative offset must be separated from the colon by at least one space to avoid being confused with the ‘:-’ expansion.',
        ...FIELD,
      ],
      /‘[^’]*$/,
    ],
    [
      'which place somebody is who bears the name of one',
      [
        'Nancy had cried so much and acted so strangely that the old man of London had grown suspicious. Sikes took Nancy to Chertsey.',
        'Maui came from Tahiti to Baltimore, and from Baltimore to Hawaii. Oliver ran to London.',
      ],
      /^Which place had cried/,
    ],
    [
      'what is prevented to happen',
      [
        'A non-deterministic machine of Turing is a computational model that is allowed to branch out to check many possibilities.',
        ...FIELD,
      ],
      /prevented to/,
    ],
    [
      'a fragment with two participles',
      [
        'For public health and safety purposes as allowed or required by law.',
        'We may share your information with the Food and Drug Administration. Public health is kept by the state. The law protects the public health. Security officers protect the president for national security purposes. A report of neglect goes to the office. A revocation must be in writing.',
      ],
      /^For/,
    ],
    ['what comes after an exclamation', ['Presto, comes out the value of e to 38 digits in Boston of 1922.', ...FIELD], /^Presto/],
    [
      'how many last ones there are',
      ['The spacing between the last four regions of Boston is told by the judge of the palace in 1998.', ...FIELD],
      /last _____/,
    ],
    [
      'the unit of a rate',
      [
        'Forests of Brazil are estimated to hold 37 tons of carbon per hectare. A hectare of forest holds biomass. A basin holds biomass.',
        ...FIELD,
      ],
      /per _____/,
    ],
    ['the date of an article', ['A July 23, 2006 article in The Independent reported on the forest of Brazil.', ...FIELD], /^A _____/],
    [
      'a clause as a thing',
      [
        'If an assignment fails, an error occurs, and the command exits with a non-zero status. The command exits are told to the shell.',
        'The shell reads each command. The shell parameters are positional parameters. Interactive shells read replacement strings.',
      ],
      /the _____ with/,
    ],
    [
      'into what, with one half of it',
      ['After 1788, Australia was divided into an eastern half named New South Wales and a western half named New Holland.', ...FIELD],
      /(?!)/,
      /^an eastern half named New South Wales$/,
    ],
    [
      'why, of what is usually so',
      [
        'Sometimes, a program of Niels Bohr follows a path that cannot be compiled, usually because of limits of the machine in Copenhagen.',
        ...FIELD,
      ],
      /^Sometimes, why|usually\?$/,
    ],
    [
      'what kind of thing is somewhere',
      ['The Hyde Park Day School maintains a location on the campus of Chicago.', ...FIELD],
      /^What does the Hyde Park Day School maintain/,
    ],
    [
      'what only corresponds to something else',
      [
        'Each plot of gnuplot is represented in the key by a line or a symbol or a shape and a corresponding title. The title stands beside the key.',
        'The key has a box. The title of the key is a text, and each title has a font. The shape of a symbol is told by the style.',
      ],
      /a _____\.$/,
    ],
    [
      'what a glossary says of a term, with a second statement',
      [
        'formal language: Any one of the languages that people have designed for purposes, such as mathematical ideas or programs; all programming languages are formal.',
        ...FIELD,
      ],
      /^Any one/,
    ],
    [
      'a thing with its own heading',
      [
        'Edf edf is one of the recognized file types for images. Gnuplot reads images of Boston. Avs is one of the file types of Koch.',
        ...FIELD,
      ],
      /edf/i,
    ],
    [
      'what an index is that lost its letter',
      [
        '3 ist als reguläre Fläche eine zweidimensionale Mannigfaltigkeit. Die Mannigfaltigkeit ist eine Fläche. Jede Abbildung der Fläche ist stetig, und die Induktion ist der Beweis. Die Parametrisierung der Fläche ist stetig.',
      ],
      /reguläre Fläche/,
    ],
    [
      'a clause as a thing, without an article',
      [
        'When the end of options is encountered, getopts exits with a return value. The builtin getopts exits, and getopts exits at once. The shell reads options.',
        'Pipelines are read by shells. Special parameters are read by shells, and shells read pipelines.',
      ],
      /, _____ with/,
    ],
    [
      'pages after their page',
      [
        'Odd page headers specify a unique header which shall appear on all odd numbered pages for a section of Boston. All odd numbered pages have a header.',
        ...FIELD,
      ],
      /on all _____/,
    ],
    [
      'two sentences behind a letter',
      [
        'PARI includes a set of routines to compute with extensions of Q. We start with a simple example. PARI reads the extensions.',
        ...FIELD,
      ],
      /We start/,
    ],
  ])('is not asked any more, whatever stands around: %s', async (_, texts, unfit, answers = /(?!)/) => {
    const found = await proposed(
      model,
      { counts: { short_answer: 9, cloze: 9, true_false: 9, multiple_choice: 9 }, seed: 1 },
      passagesOf(texts),
    );
    expect(stems(found).filter((stem) => unfit.test(stem))).toEqual([]);
    expect(found.filter(({ type, answer }) => type === 'short_answer' && answers.test(answer))).toEqual([]);
  });

  it('asks for whom, where the thing is a person', async () => {
    const found = await askOf(
      'Lynn sued the original jeweler in 1997 for selling her a treated emerald. The original jeweler was in Boston.',
    );
    const asked = found.filter(({ answer, stem }) => answer === 'original jeweler' && stem.endsWith('?'));
    expect(asked.map(({ stem }) => stem)).toEqual(asked.map(() => expect.stringMatching(/^Whom? /)));
    expect(asked.length).toBeGreaterThan(0);
  });

  it('ends what is added to a thing before the means', async () => {
    const found = await askOf('Often, chromophores are artificially added to the living specimen using stains of Robert Koch.');
    expect(found.map(({ answer }) => answer).filter((answer) => answer.includes('using'))).toEqual([]);
    expect(found.map(({ answer }) => answer)).toContain('the living specimen');
  });

  it('sets a place that is a first name too against places', async () => {
    const choices = (await askOf('In the northern part of Carolina, settlers used sap from pine trees to create tar.')).filter(
      ({ type, answer }) => type === 'multiple_choice' && answer === 'Carolina',
    );
    expect(choices.length).toBeGreaterThan(0);
    for (const { options } of choices) expect(options!.filter((option) => /Caesar|Bohr|Koch|Planck/.test(option))).toEqual([]);
  });

  it('sets a place of the dictionary against places, if it stands after "in" once', async () => {
    const choices = (
      await proposed(
        model,
        { counts: { multiple_choice: 9 }, seed: 1 },
        passagesOf([
          'Design in the Tudor period was influenced by the work of European artists employed in Britain.',
          'The gallery holds works of Rodin, of Dalou and of Canova. The museum bought the Theseus of Canova in 1900. Dalou left for Paris, and Rodin gave his works away.',
          'The collection came from Vienna, from Madrid and from Rome. It was shown in Vienna and in Madrid.',
        ]),
      )
    ).filter(({ answer }) => answer === 'Britain');
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.flatMap(({ options }) => options!).filter((option) => /Rodin|Dalou|Canova/.test(option))).toEqual([]);
  });

  it('gives no other spelling of the answer for a wrong option, and no confession for a person', async () => {
    const found = await proposed(
      model,
      { counts: { multiple_choice: 20 }, seed: 1 },
      passagesOf([
        'SunSpider consists of 26 short programs. We used the Sun-Spider suite of WebKit and the SpiderMonkey engine of Mozilla. LuaJIT and TraceMonkey ran Sun-Spider too.',
        'Tamara Lempicka was born in Warsaw in 1898. Nathan Alterman was born in Warsaw in 1910. Moshe Vilenski was born in Warsaw in 1910. In 1890 a Roman Catholic parish of Warsaw was founded, and a Roman Catholic school.',
      ]),
    );
    const optionsOf = (wanted: RegExp) =>
      found.filter(({ answer }) => wanted.test(answer)).flatMap(({ options, answer }) => options!.filter((option) => option !== answer));
    expect(optionsOf(/^Sun-?Spider$/)).not.toContainEqual(expect.stringMatching(/^Sun-?Spider$/));
    expect(optionsOf(/Lempicka|Alterman|Vilenski/)).not.toContain('Roman Catholic');
  });

  it('sets no field against one that it is a branch of', async () => {
    const found = await proposed(
      model,
      { counts: { multiple_choice: 20 }, seed: 1 },
      passagesOf([
        'Computational complexity theory is a branch of the theory of computation in theoretical computer science that focuses on classifying computational problems. A computational problem is solved by an algorithm.',
        'Decision problems are one of the central objects of study in computational complexity theory. Closely related fields in theoretical computer science are analysis of algorithms and computability theory. Efficient algorithms are studied in the analysis of algorithms.',
        'The graph isomorphism problem is a problem of graph theory. Number theory gives hard problems. An important problem of complexity theory is open. An important problem of abstract algebra is open, and an important problem of formal logic is open. Abstract algebra and formal logic give hard problems.',
      ]),
    );
    const options = found.filter(({ answer }) => answer === 'complexity theory').flatMap((candidate) => candidate.options!);
    expect(options.length).toBeGreaterThan(0);
    expect(options).not.toContain('theoretical computer science');
  });

  it('takes no quality that holds a name for a name', async () => {
    const found = await proposed(
      model,
      { counts: { multiple_choice: 9 }, seed: 1 },
      passagesOf([
        'In 1990, Thomas Murphy delegated his position to Daniel Burke. Brett Butler starred in the Aaron Sorkin-created series in 1992.',
        'Daniel Burke led the network until 1994. Thomas Murphy wrote to Brett Butler in 1993.',
      ]),
    );
    expect(found.flatMap(({ options }) => options!).filter((option) => option.includes('created'))).toEqual([]);
  });

  it('shows no word of the answer in the question', async () => {
    const found = await askOf('In Wesel begins the second shipping route, the Wesel Canal, which joins the Rhine to Datteln.');
    expect(found.filter(({ answer, type }) => type !== 'true_false' && answer === 'Wesel Canal')).toEqual([]);
  });

  it('sets a verb of a glossary against verbs', async () => {
    const glossary = [
      'encode: To represent one set of values using another set.', 'override: To replace a default value by another one.',
      'increment: To make a variable larger by a fixed amount.', 'parse: To examine a program and analyse its syntax.',
      'body: The sequence of statements that follow a header.', 'token: A basic element of the structure of a program.',
    ].join('\n'); // prettier-ignore
    const choices = (await ask(glossary)).filter(({ type }) => type === 'multiple_choice');
    expect(choices.find(({ answer }) => answer === 'encode')!.options!.toSorted()).toEqual(['encode', 'increment', 'override', 'parse']);
  });

  it('takes wrong options from a dictionary where the documents have none, of the same kind', async () => {
    const choices = (await askOf('The physicist Niels Bohr opened the first institute of physics in Denmark in 1922.')).filter(
      ({ type, answer }) => type === 'multiple_choice' && answer === 'Denmark',
    );
    expect(choices.length).toBeGreaterThan(0);
    const siblings = (await loadThesaurus()).siblings('Denmark');
    for (const { options } of choices) expect(siblings).toEqual(expect.arrayContaining(options!.filter((option) => option !== 'Denmark')));
  });

  it('sets no island against a language of programs', async () => {
    const found = await proposed(
      model,
      { counts: { multiple_choice: 4 }, seed: 1 },
      passagesOf([
        'The library reads documents by a class in Java since 2008.',
        'The library writes documents by a class in Java since 2009.',
      ]),
    );
    expect(found.filter(({ answer }) => answer === 'Java')).toEqual([]);
  });

  it('takes names that only tell what kind of thing it is for wrong options', async () => {
    const found = await proposed(
      model,
      { counts: { multiple_choice: 4 }, seed: 1 },
      passagesOf([
        'The first manned flight of Apollo was in 1968 and it went around the Moon.',
        'While the Soyuz capsule could only support one astronaut, the Gemini capsule carried two. Engineers used the Saturn rockets for both.',
      ]),
    );
    const choice = found.find(({ answer }) => answer === 'Apollo');
    expect([...choice!.options!].toSorted()).toEqual(['Apollo', 'Gemini', 'Saturn', 'Soyuz']);
  });

  it('asks for no year of what bears no name, unless there is next to nothing else', async () => {
    const found = await proposed(
      model,
      { counts: COUNTS, seed: 1 },
      passagesOf(['For the school year 2012 annual tuition was high, and the total cost of attendance rose in 2013.', ...FIELD]),
    );
    expect(found.filter(({ passage, lastResort }) => passage === 0 && !lastResort).map(({ answer }) => answer)).not.toContain('2013');
  });
});
