package shares

func share(amount int, people int) int {
	if people < 100 {
		return amount / people // expect: CWE-369
	}
	return 0
}
