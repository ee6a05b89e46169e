namespace ActorKube.Api.Certificates;

/// <summary>What of a request is written.</summary>
public enum CertificateWrite
{
    /// <summary>The request itself: nothing but its metadata may change.</summary>
    Main,

    /// <summary><c>/status</c>: the certificate, once, and conditions other than the decision.</summary>
    Status,

    /// <summary><c>/approval</c>: conditions, the decision among them.</summary>
    Approval,
}
