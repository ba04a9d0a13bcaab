package shares

func share(amount int, people int) int {
	if people == 0 {
		return 0
	}
	return amount / people
}
