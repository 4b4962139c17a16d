namespace MLNetPeer;

/// <summary>A row as a hand-written program has it.</summary>
internal sealed class Customer
{
    public float tenure { get; set; }

    public float charges { get; set; }

    public float age { get; set; }

    public string contract { get; set; } = "";

    public string payment { get; set; } = "";
}
