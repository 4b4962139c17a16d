using System.Runtime.InteropServices;

namespace ModelPipeline.Scoring.Tests.Hosting;

/// <summary>Sends signals to processes.</summary>
internal static partial class Signal
{
    public static void Send(int process, int signal) => Kill(process, signal).ShouldBe(0);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
