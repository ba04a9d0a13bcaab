module.exports = (req, res) => {
  res.send(eval(req.query.x));
};
