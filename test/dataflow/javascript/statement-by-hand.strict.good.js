class Filter {
  constructor(schema) {
    this.schema = schema;
  }

  matching(key, value) {
    return {
      text: `select id from documents where body ->> 'kind' = $1`,
      values: [value],
    };
  }
}

module.exports = Filter;
