<?php
class RunController extends Controller
{
    public function actionIndex()
    {
        $request = Yii::$app->getRequest();
        exec('ls ' . $request->getQueryParam('folder')); // expect: CWE-78
    }
}
