using System.Globalization;
using ActorKube.Tests.Engines;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>How pods find services, one another and the API, from each of three hosts.</summary>
[Collection(nameof(HostsCollection))]
public sealed class HostDnsTests(LabFixture fixture) : IAsyncLifetime
{
    private const int Limit = 180_000;
    private const string Credentials = "/var/run/secrets/kubernetes.io/serviceaccount";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await fixture.RestoreAsync("lab=dns");

    [Fact(Timeout = Limit)]
    public async Task Pods_OfEachHost_FindServicesPodsAndTheApiAlsoAfterARestart()
    {
        await fixture.Lab.Hosts[0].ApplyAsync(Manifests(fixture.Lab.Hosts));
        foreach (var host in fixture.Lab.Hosts)
        {
            await host.KubectlAsync("wait", "--for=condition=Ready", $"pod/{host.Name}", "--timeout=100s");
            await FindsAllAsync(host);
            Assert.Equal("system:serviceaccount:default:default", await AskApiAsync(host));
        }

        // What is gone has no name any more, on any host that knows of it.
        await fixture.Lab.Hosts[1].KubectlAsync("delete", "service", "web");
        Assert.Contains("NXDOMAIN", await LookUpAsync(fixture.Lab.Hosts[1], "web.default.svc.cluster.local"), StringComparison.Ordinal);

        // The new process listens elsewhere; pods don't notice.
        var restarted = fixture.Lab.Hosts[2];
        await restarted.EndAsync("KILL");
        await restarted.StartProcessAsync(Cancellation);
        while (!(await LookUpAsync(restarted, "kubernetes.default.svc.cluster.local")).Contains("Address: 10.96.0.1\n", StringComparison.Ordinal))
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    private static async Task FindsAllAsync(LabHost host)
    {
        var settings = await ExecAsync(host, "cat /etc/resolv.conf");
        Assert.Contains("nameserver 10.96.0.10\n", settings, StringComparison.Ordinal);
        Assert.Contains("search default.svc.cluster.local svc.cluster.local cluster.local", settings, StringComparison.Ordinal);
        Assert.Contains("Address: 10.96.7.7\n", await LookUpAsync(host, "web.default.svc.cluster.local"), StringComparison.Ordinal);
        Assert.Contains("Address: 10.96.0.1\n", await LookUpAsync(host, "kubernetes.default.svc.cluster.local"), StringComparison.Ordinal);
        Assert.Contains("NXDOMAIN", await LookUpAsync(host, "nobody.default.svc.cluster.local"), StringComparison.Ordinal);
        Assert.Contains("WEB_SERVICE_HOST=10.96.7.7\nWEB_SERVICE_PORT=80\n", await ExecAsync(host, "env | grep -E '^WEB_SERVICE_(HOST|PORT)=' | sort"), StringComparison.Ordinal);
        var address = (await host.KubectlAsync("get", "pod", host.Name, "-o", "jsonpath={.status.podIP}")).Trim();
        Assert.Contains($"Address: {address}\n", await LookUpAsync(host, $"{host.Name}.peers.default.svc.cluster.local"), StringComparison.Ordinal);
    }

    /// <summary>As client libraries do it in a pod: by the service's address, its name, the mounted token and authority. The pod's network, this machine's kubectl.</summary>
    private static async Task<string> AskApiAsync(LabHost host)
    {
        var authority = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(authority, await ExecAsync(host, $"cat {Credentials}/ca.crt"), Cancellation);
            var server = (await ExecAsync(host, "echo $KUBERNETES_SERVICE_HOST:$KUBERNETES_SERVICE_PORT")).Trim();
            return await Command.RunAsync("nsenter",
            [
                "--target", await PidAsync(host), "--net", "kubectl", "--kubeconfig=/dev/null", $"--server=https://{server}", "--tls-server-name=kubernetes.default.svc",
                $"--certificate-authority={authority}", $"--token={await ExecAsync(host, $"cat {Credentials}/token")}", "auth", "whoami", "-o", "jsonpath={.status.userInfo.username}",
            ]);
        }
        finally
        {
            File.Delete(authority);
        }
    }

    private static async Task<string> PidAsync(LabHost host) =>
        (await host.ProcessAsync(await host.KubectlAsync("get", "pod", host.Name, "-o", "jsonpath={.status.containerStatuses[0].containerID}"))).ToString(CultureInfo.InvariantCulture);

    private static Task<string> LookUpAsync(LabHost host, string name) => ExecAsync(host, $"busybox nslookup -type=a {name}; true");

    private static Task<string> ExecAsync(LabHost host, string script) => host.KubectlAsync("exec", host.Name, "--", "sh", "-c", script);

    /// <summary>Two services, and a pod on each host, of the host's name.</summary>
    private static string Manifests(IEnumerable<LabHost> hosts) => """
        apiVersion: v1
        kind: Service
        metadata: {name: web, labels: {lab: dns}}
        spec: {clusterIP: 10.96.7.7, ports: [{name: http, port: 80}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: peers, labels: {lab: dns}}
        spec: {clusterIP: None, selector: {app: peer}, ports: [{port: 80}]}

        """ + string.Concat(hosts.Select(static h => $$"""
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: {{h.Name}}, labels: {app: peer, lab: dns} }
        spec: {hostname: {{h.Name}}, subdomain: peers, nodeName: {{h.Name}}, terminationGracePeriodSeconds: 0, containers: [{name: c, image: "{{TestImage.Name}}", command: [sleep, "1000"]}] }

        """));
}
