<?php
class ProfileController extends Controller
{
    public function update(Request $request, User $user)
    {
        $user->forceFill($request->only(['name', 'mail']))->save();
    }
}
