using System.Net;
using System.Text.RegularExpressions;

namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary>Real containers behind an Ingress.</summary>
public sealed partial class IngressTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const int Limit = 240_000;

    private const string Manifest = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec:
          rules:
          - host: shop.test
            http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: shop, port: {number: 80}}}}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: shop}
        spec:
          selector: {app: shop}
          ports: [{port: 80, targetPort: 8080}]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop}
        spec:
          replicas: 2
          selector: {matchLabels: {app: shop}}
          strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
          template:
            metadata: {labels: {app: shop}}
            spec:
              terminationGracePeriodSeconds: 2
              containers:
              - name: web
                image: IMAGE
                command: [sh, -c, "mkdir -p /tmp/www && echo $HOSTNAME > /tmp/www/index.html && exec httpd -f -p 8080 -h /tmp/www"]
                readinessProbe: {httpGet: {port: 8080}, periodSeconds: 1}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>From a manifest to answers, by the class that the host has made, and through a rolling update of all pods.</summary>
    [Fact(Timeout = Limit)]
    public async Task Deployment_BehindAnIngress_IsReplacedWithoutAFailedRequest()
    {
        Assert.Equal("actorkube.io/ingress", await host.GetAsync("ingressclass/actorkube", ".spec.controller"));
        await host.ApplyAsync(Manifest);
        await host.OkAsync("rollout status deployment/shop --timeout=100s");
        await host.OkAsync("wait ingress/shop --for=jsonpath={.status.loadBalancer.ingress[0].ip} --timeout=90s");
        Assert.Equal("actorkube", await host.GetAsync("ingress/shop", ".spec.ingressClassName"));
        var port = PortLine().Match(string.Join('\n', host.Log)).Groups[1].Value;
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), DefaultRequestHeaders = { Host = "shop.test" } };
        using var done = new CancellationTokenSource();
        var asking = AskAsync(client, done.Token);

        await host.OkAsync("rollout restart deployment/shop");
        await host.OkAsync("rollout status deployment/shop --timeout=100s");
        await done.CancelAsync();
        var (names, failures) = await asking;

        Assert.Empty(failures);
        Assert.InRange(names.Count, 3, 4);
        using var other = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "other.test" } };
        using var answer = await client.SendAsync(other, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>One request after the other. Who answered, and what went wrong.</summary>
    private static async Task<(IReadOnlySet<string> Names, IReadOnlyList<string> Failures)> AskAsync(HttpClient client, CancellationToken done)
    {
        var (names, failures) = (new HashSet<string>(), new List<string>());
        while (!done.IsCancellationRequested)
        {
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            if (answer.StatusCode == HttpStatusCode.OK && text.StartsWith("shop-", StringComparison.Ordinal))
            {
                names.Add(text.Trim());
            }
            else
            {
                failures.Add($"{answer.StatusCode} {text}");
            }
        }

        return (names, failures);
    }

    [GeneratedRegex(@"Ingresses are served on the ports (\d+) and")]
    private static partial Regex PortLine();
}
