using System.Globalization;
using System.Text;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy.Health;

/// <summary>What a load balancer is told, in the words of kube-proxy. Names are of DNS: nothing in them needs escaping.</summary>
internal sealed record HealthAnswer(ServiceName Service, int Endpoints)
{
    private string Body => Invariant($"{{\n\t\"service\": {{\n\t\t\"namespace\": \"{Service.Namespace}\",\n\t\t\"name\": \"{Service.Name}\"\n\t}},\n\t\"localEndpoints\": {Endpoints},\n\t\"serviceProxyHealthy\": true\n}}");

    public byte[] ToHttp(bool hasBody)
    {
        var body = Body;
        var head = Invariant($"HTTP/1.1 {(Endpoints > 0 ? "200 OK" : "503 Service Unavailable")}\r\nContent-Type: application/json\r\nX-Content-Type-Options: nosniff\r\n")
            + Invariant($"X-Load-Balancing-Endpoint-Weight: {Endpoints}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        return Encoding.ASCII.GetBytes(hasBody ? head + body : head);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
