<?php
class ProfileController extends Controller
{
    public function update(Request $request, User $user)
    {
        $user->forceFill($request->all())->save(); // expect: CWE-915
    }
}
