class Filter {
  constructor(schema) {
    this.schema = schema;
  }

  matching(key, value) {
    return {
      text: `select id from documents where body ->> 'kind' = '${value}'`, // expect: CWE-89
      values: [key],
    };
  }
}

module.exports = Filter;
