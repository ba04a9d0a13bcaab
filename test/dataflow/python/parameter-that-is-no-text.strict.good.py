import subprocess


def resize(width: int, height: int) -> None:
    subprocess.run(f"convert in.png -resize {width}x{height} out.png", shell=True)
