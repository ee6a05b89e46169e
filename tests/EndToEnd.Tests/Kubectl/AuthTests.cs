namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>Who one is, what one may, and the proxy that does it for one.</summary>
[Collection(nameof(KubectlHost))]
public sealed class AuthTests(HostProcess host) : KubectlTest(host)
{
    private const string Role = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: NAMESPACE}
        rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
        """;

    [Fact(Timeout = 120_000)]
    public async Task WhoAmI_Admin_IsNamedWithGroupsAndCredential()
    {
        var rows = Rows(await OkAsync("auth whoami"));

        Assert.Equal("ATTRIBUTE VALUE", rows[0]);
        Assert.Equal("Username kubernetes-admin", rows[1]);
        Assert.Equal("Groups [system:masters system:authenticated]", rows[2]);
        Assert.Matches(@"^Extra: authentication\.kubernetes\.io/credential-id \[X509SHA256=[0-9a-f]{64}\]$", rows[3]);
    }

    [Fact(Timeout = 120_000)]
    public async Task WhoAmI_AsAnother_IsTheOther() =>
        Assert.Contains("Groups [devs system:authenticated]", Rows(await OkAsync("auth whoami --as bob --as-group devs")));

    [Theory(Timeout = 120_000)]
    [InlineData("create pods")]
    [InlineData("get pods/log")]
    [InlineData("delete deployments.apps --all-namespaces")]
    [InlineData("get /healthz")]
    public async Task CanI_Anything_IsYes(string what) => Assert.EndsWith("yes", await OkAsync("auth can-i " + what), StringComparison.Ordinal);

    [Fact(Timeout = 120_000)]
    public async Task CanI_List_TellsAllRules() =>
        Assert.Equal(["Resources Non-Resource URLs Resource Names Verbs", "*.* [] [] [*]", " [*] [] [*]"], Rows(await OkAsync("auth can-i --list")));

    [Fact(Timeout = 120_000)]
    public async Task Reconcile_Role_CreatesAddsAndRemoves()
    {
        var role = Role.Replace("NAMESPACE", Namespace, StringComparison.Ordinal);
        Assert.Contains("reconciliation required create", await OkAsync("auth reconcile -f -", role), StringComparison.Ordinal);
        Assert.Equal("role.rbac.authorization.k8s.io/reader reconciled", await OkAsync("auth reconcile -f -", role));

        await OkAsync("auth reconcile -f - --remove-extra-permissions", role.Replace("[get]", "[list]", StringComparison.Ordinal));

        Assert.Equal("list", await OkAsync("get role reader -o jsonpath={.rules[*].verbs[*]}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Proxy_Get_IsPassedOn()
    {
        using var proxy = Start("proxy --port=0");
        try
        {
            // Starting to serve on 127.0.0.1:41231
            var line = await proxy.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = new Uri("http://" + line!.Split(' ')[^1]) };

            var answer = await client.GetStringAsync($"/api/v1/namespaces/{Namespace}", TestContext.Current.CancellationToken);

            Assert.Contains(Namespace, answer, StringComparison.Ordinal);
        }
        finally
        {
            proxy.Kill();
            await proxy.WaitForExitAsync(CancellationToken.None);
        }
    }
}
