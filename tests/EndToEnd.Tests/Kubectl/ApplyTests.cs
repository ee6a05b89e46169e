namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>Declarative management: apply from the client and from the server, prune, kustomize, diff.</summary>
[Collection(nameof(KubectlHost))]
public sealed class ApplyTests(HostProcess host) : KubectlTest(host)
{
    private const string Two = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a, labels: {set: one}}
        data: {k: v}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: b, labels: {set: one}}
        """;

    private static readonly string One = Two[..Two.IndexOf("---", StringComparison.Ordinal)];
    private static readonly string Changed = One.Replace("{k: v}", "{k: w}", StringComparison.Ordinal);

    [Fact(Timeout = 120_000)]
    public async Task Apply_FromTheClient_CreatesKeepsAndConfigures()
    {
        Assert.Equal("deployment.apps/web created", await OkAsync("apply -f -", Deployment));
        Assert.Equal("deployment.apps/web unchanged", await OkAsync("apply -f -", Deployment));
        Assert.Equal("deployment.apps/web configured", await OkAsync("apply -f -", Deployment.Replace("web:1", "web:2", StringComparison.Ordinal)));
        Assert.Equal("registry.example/web:2", await OkAsync("get deployment web -o jsonpath={.spec.template.spec.containers[0].image}"));
        Assert.Contains("image: registry.example/web:2", await OkAsync("apply view-last-applied deployment/web"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Apply_FieldTakenOut_IsRemoved()
    {
        await OkAsync("apply -f -", One);

        await OkAsync("apply -f -", One.Replace("k: v", "l: v", StringComparison.Ordinal));

        Assert.Equal("""{"l":"v"}""", await OkAsync("get configmap a -o jsonpath={.data}"));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("client", "configmap/a created (dry run)")]
    [InlineData("server", "configmap/a created (server dry run)")]
    public async Task Apply_DryRun_ChangesNothing(string where, string expected)
    {
        Assert.Equal(expected, await OkAsync($"apply --dry-run={where} -f -", One));
        Assert.Contains("NotFound", await FailAsync("get configmap a"), StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("--prune -l set=one --prune-allowlist=core/v1/ConfigMap", "configmap/b pruned")]
    [InlineData("--prune -l set=one", "configmap/b pruned")]
    [InlineData("--prune --applyset=mine", "configmap/b pruned")]
    [InlineData("--server-side --prune --applyset=configmaps/mine", "configmap/b pruned")]
    public async Task Apply_Prune_DeletesWhatIsNoLongerThere(string arguments, string expected)
    {
        await OkAsync($"apply {arguments} -f -", Two);

        Assert.Contains(expected, await OkAsync($"apply {arguments} -f -", One), StringComparison.Ordinal);
        Assert.Equal("configmap/a", await OkAsync("get configmaps -l set=one -o name"));
    }

    [Fact(Timeout = 120_000)]
    public async Task ApplyServerSide_AnothersField_IsAConflictUnlessForced()
    {
        Assert.Equal("configmap/a serverside-applied", await OkAsync("apply --server-side -f -", One));

        var conflict = await FailAsync("apply --server-side --field-manager=other -f -", Changed);
        Assert.Contains("Apply failed with 1 conflict: conflict with \"kubectl\": .data.k", conflict, StringComparison.Ordinal);

        Assert.Equal("configmap/a serverside-applied", await OkAsync("apply --server-side --field-manager=other --force-conflicts -f -", Changed));
        Assert.Equal("w", await OkAsync("get configmap a -o jsonpath={.data.k}"));
        Assert.Equal("kubectl other", await OkAsync("get configmap a --show-managed-fields -o jsonpath={.metadata.managedFields[*].manager}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task ApplyServerSide_AfterTheClient_TakesOver()
    {
        await OkAsync("apply -f -", Deployment);

        Assert.Equal("deployment.apps/web serverside-applied", await OkAsync("apply --server-side -f -", Deployment.Replace("web:1", "web:2", StringComparison.Ordinal)));
        Assert.Equal("deployment.apps/web serverside-applied", await OkAsync("apply --server-side -f -", Deployment));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("diff -f -")]
    [InlineData("diff --server-side --force-conflicts -f -")]
    public async Task Diff_Change_IsShownAndNotMade(string diff)
    {
        await OkAsync("apply -f -", One);
        Assert.Equal("", await OkAsync("diff -f -", One));

        var shown = await FailAsync(diff, Changed);

        Assert.Contains("-  k: v\n+  k: w\n", shown, StringComparison.Ordinal);
        Assert.Equal("v", await OkAsync("get configmap a -o jsonpath={.data.k}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Kustomize_Overlay_IsAppliedDiffedAndDeleted()
    {
        var directory = Directory.CreateTempSubdirectory("actorkube-e2e-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "web.yaml"), Deployment, TestContext.Current.CancellationToken);
            const string kustomization = """
                resources: [web.yaml]
                namePrefix: prod-
                replicas: [{name: web, count: 3}]
                configMapGenerator: [{name: settings, literals: [a=b]}]
                """;
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "kustomization.yaml"), kustomization, TestContext.Current.CancellationToken);

            Assert.Contains("deployment.apps/prod-web created", await OkAsync($"apply -k {directory}"), StringComparison.Ordinal);
            Assert.Equal("", await OkAsync($"diff -k {directory}"));
            await OkAsync("rollout status deployment/prod-web --timeout=30s");
            Assert.Equal("3", await OkAsync("get deployment prod-web -o jsonpath={.status.readyReplicas}"));
            Assert.Contains("deployment.apps \"prod-web\" deleted", await OkAsync($"delete -k {directory}"), StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
