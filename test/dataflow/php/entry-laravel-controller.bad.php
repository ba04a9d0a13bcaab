<?php
use Illuminate\Http\Request;

class ProductController extends Controller
{
    public function search(Request $request)
    {
        return DB::select("SELECT * FROM products WHERE name = '" . $request->input('name') . "'"); // expect: CWE-89
    }
}
