<html><body>
<h1><?= $_GET['title'] ?></h1> <!-- expect: CWE-79 -->
</body></html>
