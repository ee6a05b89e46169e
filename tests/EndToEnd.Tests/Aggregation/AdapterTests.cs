using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.EndToEnd.Tests.Kubectl;
using ActorKube.Host.Pki;

namespace ActorKube.EndToEnd.Tests.Aggregation;

/// <summary>A host with autoscalers that are in a hurry, for tests that register APIs.</summary>
public sealed class ExtendedHost : HostProcess
{
    protected override IReadOnlyList<string> MoreOptions => ["--autoscaler-period", "1"];
}

/// <summary>An adapter of metrics behind a service: as a part of the API, and as what autoscalers follow. One test at a time, for the groups are the cluster's.</summary>
public sealed class AdapterTests(ExtendedHost host) : KubectlTest(host), IClassFixture<ExtendedHost>
{
    private const string Custom = "/apis/custom.metrics.k8s.io/v1beta2";
    private const string External = "/apis/external.metrics.k8s.io/v1beta1";

    private const string Resources = """
        {"kind":"APIResourceList","apiVersion":"v1","groupVersion":"custom.metrics.k8s.io/v1beta2","resources":[
         {"name":"pods/rate","singularName":"","namespaced":true,"kind":"MetricValueList","verbs":["get"]},
         {"name":"rates","singularName":"rate","namespaced":true,"kind":"Rate","shortNames":["rt"],"verbs":["get","list"]}]}
        """;

    private readonly CertificateAuthority _authority = CertificateAuthority.Create("adapter-ca", TimeProvider.System);

    private string Service => $"adapter.{Namespace}";

    private string Bundle => Convert.ToBase64String(Encoding.UTF8.GetBytes(_authority.Certificate.ExportCertificatePem()));

    [Fact(Timeout = 120_000)]
    public async Task Adapter_ThatAnswers_IsPartOfTheApi()
    {
        await using var adapter = await StartAsync();
        await RegisterAsync(adapter, "custom", "v1beta2");
        await OkAsync("wait apiservice/v1beta2.custom.metrics.k8s.io --for=condition=Available --timeout=60s");
        adapter.Answers[$"{Custom}/namespaces/a/pods/*/rate"] = """{"items":[]}""";

        Assert.Contains("True", await OkAsync("get apiservice v1beta2.custom.metrics.k8s.io --no-headers"), StringComparison.Ordinal);
        Assert.Equal("Passed", await OkAsync("get apiservice v1beta2.custom.metrics.k8s.io -o jsonpath={.status.conditions[0].reason}"));
        Assert.Contains("custom.metrics.k8s.io/v1beta2", await OkAsync("api-versions"), StringComparison.Ordinal);
        Assert.Equal(["rates rt custom.metrics.k8s.io/v1beta2 true Rate"], Rows(await OkAsync("api-resources --api-group=custom.metrics.k8s.io --no-headers")).Where(static r => r.StartsWith("rates", StringComparison.Ordinal)));
        Assert.Equal("""{"items":[]}""", await OkAsync($"get --raw {Custom}/namespaces/a/pods/*/rate?labelSelector=app%3Da --as=jane --as-group=readers"));
        var request = adapter.Requests.Last();
        Assert.Equal(($"{Custom}/namespaces/a/pods/*/rate?labelSelector=app%3Da", "front-proxy-client", "jane", false), (request.Path, request.Proxy, request.User, request.HasCredentials));
        Assert.Equal(["readers", "system:authenticated"], request.Groups);

        // A body goes along, and what a client says of itself as if it were the proxy doesn't.
        using var client = Host.Client();
        client.DefaultRequestHeaders.Add("X-Remote-User", "somebody");
        client.DefaultRequestHeaders.Add("X-Remote-Group", "system:masters");
        using var body = new StringContent("hello");
        using var posted = await client.PostAsync(new Uri($"{Custom}/rates", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Equal(("kubernetes-admin", "hello"), (adapter.Requests.Last().User, adapter.Requests.Last().Body));
        Assert.Equal(["system:masters", "system:authenticated"], adapter.Requests.Last().Groups);

        using var missing = await client.GetAsync(new Uri($"{Custom}/namespaces/a/pods/*/other", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        await OkAsync("delete apiservice v1beta2.custom.metrics.k8s.io");
        Assert.DoesNotContain("custom.metrics.k8s.io", await OkAsync("api-versions"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Adapter_OfAnotherAuthority_IsNotAvailable()
    {
        await using var adapter = await StartAsync();
        var other = Convert.ToBase64String(Encoding.UTF8.GetBytes(CertificateAuthority.Create("other-ca", TimeProvider.System).Certificate.ExportCertificatePem()));
        await RegisterAsync(adapter, "custom", "v1beta2", $"caBundle: {other}");
        await EventuallyAsync("get apiservice v1beta2.custom.metrics.k8s.io", "False (FailedDiscoveryCheck)");
        Assert.Contains("certificate", await OkAsync("get apiservice v1beta2.custom.metrics.k8s.io -o yaml"), StringComparison.Ordinal);

        // Nothing that is said there is believed, unless the registration says that anybody will do.
        await OkAsync("delete apiservice v1beta2.custom.metrics.k8s.io");
        await RegisterAsync(adapter, "custom", "v1beta2", "insecureSkipTLSVerify: true");
        await OkAsync("wait apiservice/v1beta2.custom.metrics.k8s.io --for=condition=Available --timeout=60s");
    }

    [Fact(Timeout = 120_000)]
    public async Task Adapter_AskedForAnotherProtocol_IsPassedOnBothWaysOrDeclines()
    {
        await using var adapter = await StartAsync();
        await RegisterAsync(adapter, "custom", "v1beta2");
        await OkAsync("wait apiservice/v1beta2.custom.metrics.k8s.io --for=condition=Available --timeout=60s");
        using var client = Host.Client();
        using (var accepted = await UpgradeAsync(client, Custom + StubAdapter.EchoPath))
        {
            Assert.Equal((HttpStatusCode.SwitchingProtocols, "echo"), (accepted.StatusCode, accepted.Headers.Upgrade.ToString()));
            await using var stream = await accepted.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            foreach (var word in new[] { "one", "three" })
            {
                var buffer = new byte[word.Length];
                await stream.WriteAsync(Encoding.ASCII.GetBytes(word), TestContext.Current.CancellationToken);
                await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);
                Assert.Equal(word, Encoding.ASCII.GetString(buffer));
            }
        }

        // A connection on which it was declined may be used again: the user's groups are told one by one all the same.
        for (var i = 0; i < 3; i++)
        {
            using var declined = await UpgradeAsync(client, $"{Custom}/namespaces/a/pods/*/rate");
            Assert.Equal(HttpStatusCode.NotFound, declined.StatusCode);
            await declined.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            using var next = await client.GetAsync(new Uri(Custom + "/next", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(["system:masters", "system:authenticated"], adapter.Requests.Last(static r => r.Path.EndsWith("/next", StringComparison.Ordinal)).Groups);
        }

        await OkAsync("delete apiservice v1beta2.custom.metrics.k8s.io");
    }

    [Fact(Timeout = 180_000)]
    public async Task Autoscaler_ByMetricsOfAnAdapter_FollowsThemAndSaysWhenTheyEnd()
    {
        await using var adapter = await StartAsync();
        adapter.Answers[$"{Custom}/namespaces/{Namespace}/services/front/rate"] = Values("""{"describedObject":{"kind":"Service","name":"front"},"value":"100"}""");
        adapter.Answers[$"{External}/namespaces/{Namespace}/queue"] = Values("""{"metricName":"queue","value":"10"}""", """{"metricName":"queue","value":"5"}""");
        await RegisterAsync(adapter, "custom", "v1beta2");
        await RegisterAsync(adapter, "external", "v1beta1");
        await OkAsync("create -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=60s");
        await AnswerPodsAsync(adapter, "50");
        await OkAsync("create -f -", """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 1
              maxReplicas: 9
              behavior: {scaleDown: {stabilizationWindowSeconds: 0}}
              metrics:
              - {type: Pods, pods: {metric: {name: rate}, target: {type: AverageValue, averageValue: "50"}}}
              - {type: Object, object: {describedObject: {apiVersion: v1, kind: Service, name: front}, metric: {name: rate}, target: {type: AverageValue, averageValue: "50"}}}
              - {type: External, external: {metric: {name: queue, selector: {matchLabels: {q: a}}}, target: {type: AverageValue, averageValue: "5"}}}
            """);

        // Pods and object ask for the two that there are, the queue of 15 for three.
        await OkAsync("wait deployment/web --for=jsonpath={.spec.replicas}=3 --timeout=100s");
        Assert.Contains("external metric queue", await OkAsync("describe hpa web"), StringComparison.Ordinal);
        Assert.Contains(adapter.Requests, r => r.Path == $"{External}/namespaces/{Namespace}/queue?labelSelector=q%3Da" && r.User == "system:serviceaccount:kube-system:horizontal-pod-autoscaler");

        // Four times as much of the object: 400 / 50.
        adapter.Answers[$"{Custom}/namespaces/{Namespace}/services/front/rate"] = Values("""{"describedObject":{"kind":"Service","name":"front"},"value":"400"}""");
        await OkAsync("wait deployment/web --for=jsonpath={.spec.replicas}=8 --timeout=100s");

        // What there is no metric for leaves the others; without any the autoscaler stands still and says why.
        adapter.Answers.TryRemove($"{External}/namespaces/{Namespace}/queue", out _);
        await EventuallyAsync("get events", "FailedGetExternalMetric");
        Assert.Contains("ScalingActive True", string.Join('\n', Rows(await OkAsync("describe hpa web"))), StringComparison.Ordinal);
        await adapter.DisposeAsync();
        await EventuallyAsync("describe hpa web", "ScalingActive False FailedGetPodsMetric");
        await EventuallyAsync("get events", "FailedGetObjectMetric");
        await EventuallyAsync("get events", "FailedComputeMetricsReplicas");

        // It is found again.
        await using var next = await adapter.RestartAsync(_authority, Service, await FrontAuthorityAsync());
        next.Answers[$"{External}/namespaces/{Namespace}/queue"] = Values("""{"metricName":"queue","value":"45"}""");
        await OkAsync("wait deployment/web --for=jsonpath={.spec.replicas}=9 --timeout=100s");
    }

    private static async Task<HttpResponseMessage> UpgradeAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "echo");
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static string Values(params IEnumerable<string> items) => $$"""{"kind":"MetricValueList","metadata":{},"items":[{{string.Join(',', items)}}]}""";

    private async Task AnswerPodsAsync(StubAdapter adapter, string value)
    {
        var names = (await OkAsync("get pods -o name")).Split('\n').Select(static n => n[(n.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        adapter.Answers[$"{Custom}/namespaces/{Namespace}/pods/*/rate"] = Values(names.Select(n => $$$"""{"describedObject":{"kind":"Pod","name":"{{{n}}}"},"value":"{{{value}}}"}"""));
    }

    private async Task<StubAdapter> StartAsync()
    {
        var adapter = await StubAdapter.StartAsync(_authority, Service, await FrontAuthorityAsync());
        adapter.Answers[Custom] = Resources;
        adapter.Answers[External] = """{"kind":"APIResourceList","apiVersion":"v1","groupVersion":"external.metrics.k8s.io/v1beta1","resources":[]}""";
        await OkAsync("delete apiservice v1beta2.custom.metrics.k8s.io v1beta1.external.metrics.k8s.io --ignore-not-found");
        await OkAsync("create -f -", """
            apiVersion: v1
            kind: Service
            metadata: {name: adapter}
            spec: {type: ExternalName, externalName: 127.0.0.1}
            """);
        return adapter;
    }

    /// <summary>As extension servers find it.</summary>
    private async Task<string> FrontAuthorityAsync()
    {
        var map = JsonNode.Parse(await OkAsync("get configmap extension-apiserver-authentication -n kube-system -o json"))!["data"]!;
        Assert.Equal(("""["front-proxy-client"]""", """["X-Remote-User"]"""), ((string?)map["requestheader-allowed-names"], (string?)map["requestheader-username-headers"]));
        return (string)map["requestheader-client-ca-file"]!;
    }

    private Task<string> RegisterAsync(StubAdapter adapter, string group, string version, string? trust = null) => OkAsync("create -f -", $$"""
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata: {name: {{version}}.{{group}}.metrics.k8s.io}
        spec:
          group: {{group}}.metrics.k8s.io
          version: {{version}}
          service: {namespace: {{Namespace}}, name: adapter, port: {{adapter.Port}}}
          {{trust ?? $"caBundle: {Bundle}"}}
          groupPriorityMinimum: 100
          versionPriority: 200
        """);
}
