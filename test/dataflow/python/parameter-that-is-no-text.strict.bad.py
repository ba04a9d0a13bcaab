import subprocess


def resize(source: str, width: int) -> None:
    subprocess.run(f"convert {source} -resize {width} out.png", shell=True)  # expect: CWE-78
