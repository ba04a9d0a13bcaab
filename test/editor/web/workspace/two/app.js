module.exports = (req, res) => {
  res.json(eval(req.query.x));
};
