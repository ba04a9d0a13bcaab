<html><body>
<h1><?= htmlspecialchars($_GET['title']) ?></h1>
</body></html>
