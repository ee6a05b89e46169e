namespace ActorKube.EndToEnd.Tests;

/// <summary>What a person does with the stock kubectl.</summary>
public sealed class KubectlTests(HostProcess host) : IClassFixture<HostProcess>
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: NAME}
        spec:
          replicas: 2
          selector: {matchLabels: {app: NAME}}
          template:
            metadata: {labels: {app: NAME}}
            spec:
              containers: [{name: c, image: "registry.example/app:1"}]
        """;

    [Theory]
    [InlineData("version", "Server Version: v1.32")]
    [InlineData("api-resources", "deployments")]
    [InlineData("api-versions", "apps/v1")]
    [InlineData("get namespaces -o name", "namespace/kube-system")]
    [InlineData("explain deployment.spec.strategy", "rollingUpdate")]
    [InlineData("explain pod --recursive", "containers")]
    [InlineData("auth whoami", "kubernetes-admin")]
    [InlineData("auth can-i create pods", "yes")]
    [InlineData("get nodes", "Ready")]
    [InlineData("create configmap made-by-kubectl --from-literal=a=b", "configmap/made-by-kubectl created")]
    public async Task Kubectl_Command_Answers(string arguments, string expected)
    {
        var (exitCode, output) = await host.KubectlAsync(arguments);

        Assert.Equal(0, exitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client", "apply -f -")]
    [InlineData("server", "apply --server-side -f -")]
    public async Task Kubectl_ApplyDeployment_RollsOut(string name, string apply)
    {
        var manifest = Deployment.Replace("NAME", name, StringComparison.Ordinal);
        Assert.Contains($"deployment.apps/{name}", (await host.KubectlAsync(apply, manifest)).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await host.KubectlAsync($"rollout status deployment/{name} --timeout=30s")).ExitCode);
        Assert.Equal(0, (await host.KubectlAsync($"set image deployment/{name} c=registry.example/app:2")).ExitCode);
        Assert.Equal(0, (await host.KubectlAsync($"rollout status deployment/{name} --timeout=30s")).ExitCode);
        Assert.Equal(0, (await host.KubectlAsync($"rollout undo deployment/{name}")).ExitCode);
        Assert.Equal(0, (await host.KubectlAsync($"scale deployment/{name} --replicas=3")).ExitCode);
        Assert.Equal(0, (await host.KubectlAsync($"rollout status deployment/{name} --timeout=30s")).ExitCode);
        Assert.Equal("3", (await host.KubectlAsync($"get deployment {name} -o jsonpath={{.status.readyReplicas}}")).Output);
        Assert.Equal(0, (await host.KubectlAsync($"delete deployment {name} --cascade=foreground --timeout=30s")).ExitCode);
        Assert.Contains("No resources found", (await host.KubectlAsync($"get pods -l app={name}")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"Bad_Name\"}}", "Invalid value: \"Bad_Name\"")]
    [InlineData("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"dta\":{}}", "unknown field \"dta\"")]
    [InlineData("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":1}}", "data")]
    public async Task Kubectl_BadInput_IsRefusedWithItsReason(string manifest, string expected)
    {
        var (exitCode, output) = await host.KubectlAsync("create -f -", manifest);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }
}
