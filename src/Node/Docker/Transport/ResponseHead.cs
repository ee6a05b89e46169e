using System.Globalization;
using System.Net;

namespace ActorKube.NodeAgent.Docker;

/// <summary>The two things of an HTTP/1.1 response head that a hijacked connection needs.</summary>
internal readonly record struct ResponseHead(HttpStatusCode Status, int ContentLength)
{
    public static ResponseHead Parse(string head)
    {
        var lines = head.Split("\r\n");
        var status = lines[0].Split(' ', 3);
        if (status.Length < 2 || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            throw new DockerException(null, $"the engine answered '{lines[0]}' where a status line was due");
        }

        var contentLength = 0;
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line.AsSpan(0, colon).Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                contentLength = int.Parse(line.AsSpan(colon + 1).Trim(), CultureInfo.InvariantCulture);
            }
        }

        return new ResponseHead((HttpStatusCode)code, contentLength);
    }
}
