namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary>Network policies between real containers, on the engine's own bridge.</summary>
public sealed class NetworkPolicyTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const int Limit = 180_000;
    private const string Server = "mkdir /www; echo hello >/www/index.html; httpd -p 8080 -h /www && touch /ready; exec sleep 1000";

    private const string Request = "printf 'GET / HTTP/1.0\\r\\n\\r\\n'";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Policies_OfPodsOnOneBridge_AreEnforcedFromTheFirstInstructionOn()
    {
        await host.RunPodAsync("server", Server);
        await host.RunPodAsync("client", "exec sleep 1000");
        var address = await host.GetAsync("pod/server", ".status.podIP");
        await UntilAsync("client", address, reached: true);

        await host.OkAsync("apply -f -", Policy("deny", """podSelector: {}, policyTypes: [Ingress, Egress]"""));
        await UntilAsync("client", address, reached: false);

        // Names are found whatever a policy says: it could not name the server.
        Assert.Contains("Address: 10.96.0.1\n", await host.OkAsync("exec client -- busybox nslookup -type=a kubernetes.default.svc.cluster.local"), StringComparison.Ordinal);

        // From its first instruction on: this one has no time to lose.
        await host.RunPodAsync("early", $"{Request} | nc -w 2 {address} 8080 >/reached; touch /tried; exec sleep 1000");
        Assert.Contains("tried", await WhatIsThereAsync("early"), StringComparison.Ordinal);
        Assert.Equal("", await host.OkAsync("exec early -- cat /reached"));

        await host.OkAsync("apply -f -", Policy("allow", """podSelector: {}, ingress: [{from: [{podSelector: {}}], ports: [{port: 8080}]}], egress: [{to: [{podSelector: {matchLabels: {role: server}}}]}]"""));
        await host.OkAsync("label pod server role=server");
        await UntilAsync("client", address, reached: true);

        using var http = host.Client();
        var metrics = await http.GetStringAsync("/metrics", Cancellation);
        Assert.Contains("actorkube_network_policy_kernel 1", metrics, StringComparison.Ordinal);
        Assert.Contains("actorkube_network_policy_policies 2", metrics, StringComparison.Ordinal);
        Assert.Contains("actorkube_network_policy_unprogrammed_policies 0", metrics, StringComparison.Ordinal);
    }

    private static string Policy(string name, string spec) => $$"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: {{name}}}
        spec: { {{spec}} }
        """;

    /// <summary>The pod tries until it is ready to be asked.</summary>
    private async Task<string> WhatIsThereAsync(string pod)
    {
        while (true)
        {
            var (exitCode, output) = await host.KubectlAsync($"exec {pod} -- ls /", "");
            if (exitCode == 0 && output.Contains("tried", StringComparison.Ordinal))
            {
                return output;
            }

            Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Programs change a moment after objects. A request that is not let through takes a second.</summary>
    private async Task UntilAsync(string client, string address, bool reached)
    {
        while (true)
        {
            var (exitCode, _) = await host.KubectlAsync($"exec {client} -- sh -c \"{Request} | nc -w 1 {address} 8080 | grep -q hello\"", "");
            if (exitCode == 0 == reached)
            {
                return;
            }

            Cancellation.ThrowIfCancellationRequested();
        }
    }
}
