"""What machines read: JSON by the contract, SARIF, GitLab, GitHub, JUnit, the delivery CSV."""
